import { Command } from 'commander';
import { ListScenarios, LOCAL_ACTOR } from '#chronicle';
import { SCENARIO_STATUSES } from '#scenarios';
import type { Language } from '#temporal';
import { withKeys } from '../../key-scheme.js';
import * as option from '../../options.js';
import { readingOf } from '../../question.js';
import type { Terminal } from '../../scenario/change-scenario.js';
import { scenarioAccount } from '../../scenario/scenario-account.js';
import { scenarioLine } from '../../scenario/scenario-text.js';
import { withSession } from '../../session.js';

interface Given {
  readonly organisation: string;
  readonly all?: true;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika scenario list`: an organisation's scenarios, in the order in which they were created. */
export function listCommand({ output }: Terminal): Command {
  return new Command('list')
    .description('the scenarios of an organisation')
    .addOption(option.organisation())
    .option('--all', 'also the archived ones')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const { organisation, all, keys, format, lang = 'sv' } = await withKeys(ledger, given);
        const recorded = await readingOf(queries, organisation);
        const statuses = all === true ? SCENARIO_STATUSES : undefined;
        const listed = await queries.execute(new ListScenarios(organisation, { statuses }, LOCAL_ACTOR));
        const accounts = listed.map((scenario) => scenarioAccount(scenario, recorded, keys));
        await output.writeAll(
          accounts.map((account) =>
            format === 'text' ? scenarioLine(account, lang) : `${JSON.stringify(account)}\n`,
          ),
        );
      }),
    );
}
