import type { QueryBus } from '@nestjs/cqrs';
import { Command, Option } from 'commander';
import { CreateScenario } from '#chronicle';
import { VISIBILITIES, type Target, type Visibility } from '#scenarios';
import type { Language } from '#temporal';
import { withKeys } from '../../key-scheme.js';
import * as option from '../../options.js';
import { readingOf, unitOf } from '../../question.js';
import { sayRefused, TERMS, type Terminal } from '../../scenario/change-scenario.js';
import { goal } from '../../scenario/goals.js';
import { withSession } from '../../session.js';

interface Given {
  readonly organisation: string;
  readonly name: string;
  readonly from?: string;
  readonly at?: string;
  readonly root?: string;
  readonly description?: string;
  readonly visibility?: Visibility;
  readonly goal?: readonly Target[];
  readonly keys?: string;
  readonly lang?: Language;
}

/** `kronika scenario create`: a new scenario; answers with its id. */
export function createCommand(terminal: Terminal): Command {
  return new Command('create')
    .description('begin a scenario, and print its id')
    .addOption(option.organisation())
    .addOption(new Option('--name <name>', 'what it is called').makeOptionMandatory())
    .option('--from <scenario>', 'begin with the base and all steps of this one')
    .option('--at <date>', 'the date that it is about; default: that of --from, else today')
    .option('--root <key>', 'plan only this unit and what stands under it')
    .option('--description <text>', 'what it is about')
    .addOption(new Option('--visibility <who>', 'who may see it; default: its owner').choices(VISIBILITIES))
    .addOption(
      new Option(
        '--goal <goal>',
        'cost-neutral, staff-neutral, max-layers=N, span=A..B or no-single-child-chains; repeatable',
      ).argParser(goal),
    )
    .addOption(option.keys())
    .addOption(option.language())
    .action((given: Given) =>
      withSession(async ({ commands, queries, ledger }) => {
        const options = await withKeys(ledger, given);
        const { organisation, name, description, visibility, at, from, goal: targets, lang } = options;
        const root = await rootOf(queries, options);
        const wanted = { organisation, name, description, visibility, at, from, targets, root };
        const outcome = await commands.execute(new CreateScenario(wanted, TERMS));
        if (outcome.outcome === 'refused') sayRefused(outcome.refusals, terminal, lang);
        else await terminal.output.write(`${outcome.scenario}\n`);
      }),
    );
}

/** The id of the unit under which it plans, as the new scenario finds it. */
async function rootOf(
  queries: QueryBus,
  { organisation, root, at, from, keys }: Given & { readonly keys: string },
): Promise<string | undefined> {
  if (root === undefined) return undefined;
  const reading = await readingOf(queries, organisation, { at, scenario: from });
  return (await unitOf(queries, reading, root, keys)).id;
}
