import { Command, Option } from 'commander';
import { CompareAlternatives, type OrganisationReading } from '#chronicle';
import type { Language } from '#temporal';
import { withKeys } from '../../key-scheme.js';
import * as option from '../../options.js';
import { readingOf } from '../../question.js';
import type { Terminal } from '../../scenario/change-scenario.js';
import { comparisonLines, comparisonOf } from '../../scenario/comparison.js';
import { comparisonText } from '../../scenario/comparison-text.js';
import { withSession } from '../../session.js';

interface Given {
  readonly organisation: string;
  readonly at: string;
  readonly withoutBase?: true;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika scenario compare`: scenarios beside the organisation as it is recorded, on one date. */
export function compareCommand({ output }: Terminal): Command {
  return new Command('compare')
    .description('scenarios side by side, and beside what is recorded')
    .argument('<ids...>', 'the scenarios')
    .addOption(option.organisation())
    .addOption(new Option('--at <date>', 'on this date (YYYY-MM-DD)').makeOptionMandatory())
    .option('--without-base', 'not beside what is recorded: the first scenario is compared with the others')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((ids: readonly string[], given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const { organisation, at, withoutBase, keys, format, lang = 'sv' } = await withKeys(ledger, given);
        const readings: OrganisationReading[] = [];
        for (const scenario of [...(withoutBase === true ? [] : [undefined]), ...ids]) {
          readings.push(await readingOf(queries, organisation, { at, scenario, lang: given.lang }));
        }
        const table = await queries.execute(new CompareAlternatives(readings));
        const comparison = comparisonOf(table, readings, keys);
        await output.writeAll(
          format === 'text' ? comparisonText(comparison, lang) : comparisonLines(comparison),
        );
      }),
    );
}
