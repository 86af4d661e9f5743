import { Command } from 'commander';
import { LOCAL_ACTOR, ReadScenario, RebaseScenario } from '#chronicle';
import type { Language } from '#temporal';
import { EXIT } from '../../exit-code.js';
import { withKeys } from '../../key-scheme.js';
import * as option from '../../options.js';
import { readingOf } from '../../question.js';
import { sayRefused, TERMS, type Terminal } from '../../scenario/change-scenario.js';
import { rebaseAccount } from '../../scenario/rebase-account.js';
import { rebaseText } from '../../scenario/rebase-text.js';
import { withSession } from '../../session.js';

interface Given {
  readonly to?: number;
  readonly dryRun?: true;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika scenario rebase ID`: decides its steps again on what is recorded now, and tells what became of each. */
export function rebaseCommand(terminal: Terminal): Command {
  return new Command('rebase')
    .description('decide its steps again on what is recorded now; with conflicts nothing is changed')
    .argument('<id>', 'the scenario')
    .option('--to <position>', 'to this position of the ledger; default: the newest', option.wholeNumber)
    .option('--dry-run', 'tell what would become of each step and change nothing')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((id: string, given: Given) =>
      withSession(async ({ commands, queries, ledger }) => {
        const { steps, organisation } = await queries.execute(new ReadScenario(id, LOCAL_ACTOR));
        const { slug } = organisation;
        const { keys, lang, format } = await withKeys(ledger, { organisation: slug, ...given });
        const reading = await readingOf(queries, slug, { scenario: id });
        const terms = { ...TERMS, validateOnly: given.dryRun };
        const outcome = await commands.execute(new RebaseScenario(id, terms, given.to));
        const { rebase } = outcome;
        if (rebase === undefined) {
          if (outcome.outcome === 'refused') sayRefused(outcome.refusals, terminal, lang);
          return;
        }
        const recorded = await readingOf(queries, slug);
        const accounts = rebaseAccount(rebase, steps, reading, recorded, keys);
        await terminal.output.writeAll(
          format === 'text'
            ? rebaseText(rebase, accounts, reading, lang ?? 'sv')
            : accounts.map((account) => `${JSON.stringify(account)}\n`),
        );
        if (outcome.outcome === 'refused') terminal.done(EXIT.refused);
      }),
    );
}
