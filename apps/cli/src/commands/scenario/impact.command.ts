import { Command, Option } from 'commander';
import { LOCAL_ACTOR, ReadImpact, ReadScenario, ReadScenarioTargets, recordWords } from '#chronicle';
import type { Language } from '#temporal';
import { withKeys } from '../../key-scheme.js';
import * as option from '../../options.js';
import { readingOf } from '../../question.js';
import type { Terminal } from '../../scenario/change-scenario.js';
import { impactAccount } from '../../scenario/impact-account.js';
import { impactText, type ToldImpact } from '../../scenario/impact-text.js';
import { withSession } from '../../session.js';

interface Given {
  readonly at?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'json';
}

/** `kronika scenario impact ID`: what a scenario does to units, people and money, and what it takes first. */
export function impactCommand({ output }: Terminal): Command {
  return new Command('impact')
    .description('what it does to units, people and money, what it takes first, and which goals it reaches')
    .argument('<id>', 'the scenario')
    .addOption(new Option('--at <date>', "on this date (YYYY-MM-DD); default: the scenario's own"))
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'json'], 'text'))
    .action((id: string, given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const { organisation, base } = await queries.execute(new ReadScenario(id, LOCAL_ACTOR));
        const { keys, at, format, lang } = await withKeys(ledger, {
          organisation: organisation.slug,
          ...given,
        });
        const own = await readingOf(queries, organisation.slug, { scenario: id, lang });
        const reading =
          at === undefined ? own : await readingOf(queries, organisation.slug, { at, scenario: id, lang });
        const { state, simulation } = own.scenario!;
        const { register, ledgerPosition, base: recorded } = reading;
        const told: ToldImpact = {
          name: state.name,
          at: reading.date,
          base,
          isPlanned: simulation.steps.length > 0,
          impact: (await queries.execute(new ReadImpact(reading)))!,
          targets: await queries.execute(new ReadScenarioTargets(own)),
          words: recordWords(register, recorded, ledgerPosition),
        };
        await output.writeAll(
          format === 'text'
            ? impactText(told, lang ?? 'sv')
            : [`${JSON.stringify(impactAccount(told, reading, keys), null, 2)}\n`],
        );
      }),
    );
}
