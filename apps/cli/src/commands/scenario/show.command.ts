import { Command } from 'commander';
import { LOCAL_ACTOR, ReadScenario, type ScenarioView } from '#chronicle';
import { scenarioLines } from '#interchange';
import type { Language } from '#temporal';
import { withKeys } from '../../key-scheme.js';
import * as option from '../../options.js';
import { readingOf } from '../../question.js';
import type { Terminal } from '../../scenario/change-scenario.js';
import { scenarioAccount, type ScenarioAccount } from '../../scenario/scenario-account.js';
import { scenarioText } from '../../scenario/scenario-text.js';
import { withSession } from '../../session.js';

interface Given {
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'json' | 'lines';
}

/** `kronika scenario show ID`: what a scenario is and what its steps do; as lines, a file that `apply` takes. */
export function showCommand({ output }: Terminal): Command {
  return new Command('show')
    .description('what it is and what its steps do; as lines, a file that apply takes')
    .argument('<id>', 'the scenario')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'json', 'lines'], 'text'))
    .action((id: string, given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const view = await queries.execute(new ReadScenario(id, LOCAL_ACTOR));
        const organisation = view.organisation.slug;
        const { keys, format, lang = 'sv' } = await withKeys(ledger, { organisation, ...given });
        const reading = await readingOf(queries, organisation, { scenario: id });
        if (format === 'lines') {
          await output.writeAll(scenarioLines(reading.scenario!.simulation, keys));
          return;
        }
        const account = scenarioAccount(view.scenario, await readingOf(queries, organisation), keys);
        await output.writeAll(
          format === 'text'
            ? scenarioText(account, view, reading, lang)
            : [`${JSON.stringify(told(account, view), null, 2)}\n`],
        );
      }),
    );
}

function told(account: ScenarioAccount, { organisation, steps, undone }: ScenarioView): object {
  return {
    ...account,
    organisation,
    steps: steps.map(({ place, id, actor, recordedAt, changes }) => ({
      place,
      id,
      actor,
      recordedAt,
      changes: changes.map(({ change, recording, sentence, on }) => ({
        change,
        recording,
        sentence: sentence ?? null,
        on: on ?? null,
      })),
    })),
    undone,
  };
}
