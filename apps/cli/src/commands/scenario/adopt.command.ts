import { Command } from 'commander';
import { AdoptScenario } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { sayRefused, TERMS, type Terminal } from '../../scenario/change-scenario.js';
import { withSession } from '../../session.js';

interface Given {
  readonly matter?: string;
  readonly decision?: string;
  readonly shift?: string;
  readonly reason?: string;
  readonly dryRun?: true;
  readonly lang?: Language;
}

/** `kronika scenario adopt ID`: records what it shows in the organisation, in one change set, and freezes it. */
export function adoptCommand(terminal: Terminal): Command {
  return new Command('adopt')
    .description('record what it shows in the organisation, all or nothing')
    .argument('<id>', 'the scenario')
    .option('--matter <number>', 'the matter in which it is decided: its number, name or id')
    .option('--decision <ref>', 'the decision that it rests on: its name or id')
    .option('--shift <duration>', 'move every date, such as P1M or -P14D')
    .option('--reason <text>', 'why; default: the name of the scenario')
    .option('--dry-run', 'tell what would come of it and record nothing')
    .addOption(option.language())
    .action((id: string, { dryRun, lang, ...wanted }: Given) =>
      withSession(async ({ commands }) => {
        const terms = { ...TERMS, validateOnly: dryRun };
        const outcome = await commands.execute(new AdoptScenario(id, wanted, terms));
        if (outcome.outcome === 'refused') {
          sayRefused(outcome.refusals, terminal, lang);
          return;
        }
        const { recorded, position } = outcome;
        await terminal.output.write(`${JSON.stringify({ recorded, position })}\n`);
      }),
    );
}
