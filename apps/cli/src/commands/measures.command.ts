import { Command } from 'commander';
import { ReadFigures, ReadTargets } from '#chronicle';
import type { Language } from '#temporal';
import { inquiryInto, recordAsked, unitAsked } from '../evidence/inquiry.js';
import { withKeys } from '../key-scheme.js';
import { figureRowsOf } from '../measures/figure-rows-of.js';
import { figuresText } from '../measures/figures-text.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf } from '../question.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly unit?: string;
  readonly indicator?: string;
  readonly period?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika measures`: figures with the places where they stand, and whether targets are met. */
export function measuresCommand(output: Output): Command {
  return new Command('measures')
    .description('figures with the places where they stand, and whether targets are met')
    .addOption(option.organisation())
    .option('-u, --unit <key>', 'of this unit')
    .option('--indicator <name>', 'of this indicator: its name or id')
    .option('--period <edtf>', 'whose period has a day in common with this one, such as 2023')
    .option('--at <date>', 'the date on which --unit is looked up, if codes have moved; default: today')
    .addOption(option.knownAt())
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { organisation, keys, unit, indicator, period, lang = 'sv' } = options;
        const reading = await readingOf(queries, organisation, options);
        const inquiry = inquiryInto(queries, reading, keys);
        const asked = {
          unit: await unitAsked(inquiry, unit),
          indicator: await recordAsked(inquiry, 'indicator', indicator),
          during: period,
        };
        const figures = await queries.execute(new ReadFigures(reading, asked));
        const targets = await queries.execute(new ReadTargets(reading, asked));
        const rowOf = figureRowsOf(inquiry, targets);
        await output.writeAll(
          options.format === 'text'
            ? figuresText(figures, targets, inquiry, lang)
            : figures.map((figure) => `${JSON.stringify(rowOf(figure))}\n`),
        );
      }),
    );
}
