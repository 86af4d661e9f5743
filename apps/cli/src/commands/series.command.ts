import { Command, Option } from 'commander';
import { dayGiven, ReadSeries, recordMeant } from '#chronicle';
import { VALUE_KINDS, type ValueKind } from '#measures';
import type { Language } from '#temporal';
import { inquiryInto } from '../evidence/inquiry.js';
import { withKeys } from '../key-scheme.js';
import { pointAccount, type PointAccount } from '../measures/series-account.js';
import { seriesText } from '../measures/series-text.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf, unitOf } from '../question.js';
import { withSession } from '../session.js';
import type { StandingAsked } from '../standing.js';

interface Given {
  readonly organisation: string;
  readonly unit: string;
  readonly indicator: string;
  readonly restatedTo?: string;
  readonly period?: readonly string[];
  readonly kind?: ValueKind;
  readonly parts?: true;
  readonly inferred: boolean;
  readonly at?: string;
  readonly knownAt?: string;
  readonly standing?: StandingAsked;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika series`: a unit's figures by period, restated to what it consists of on one date. */
export function seriesCommand(output: Output): Command {
  return new Command('series')
    .description('a unit’s figures by period, restated to what it consists of on one date')
    .addOption(option.organisation())
    .addOption(option.unit())
    .requiredOption('--indicator <name>', 'what is measured: its name or id')
    .option('--restated-to <date>', 'to what the unit consists of on this date; default: that of --at')
    .option('--period <edtf...>', 'tell of these periods even where no figure is recorded')
    .addOption(new Option('--kind <kind>', 'only figures of this kind; default: all').choices(VALUE_KINDS))
    .option('--parts', 'also figures of parts of the unit’s activity, not only of the whole')
    .option('--no-inferred', 'do not follow lineage that is only inferred')
    .addOption(option.at())
    .addOption(option.knownAt())
    .addOption(option.standing())
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { keys, kind, lang = 'sv' } = options;
        const onto = options.restatedTo === undefined ? undefined : dayGiven(options.restatedTo);
        const asked = await readingOf(queries, options.organisation, options);
        const unit = await unitOf(queries, asked, options.unit, keys);
        const reading = onto === undefined ? asked : asked.moved({ at: onto });
        const inquiry = inquiryInto(queries, reading, keys);
        const indicator = await recordMeant(inquiry, 'indicator', options.indicator);
        const series = await queries.execute(
          new ReadSeries(reading, unit, indicator.id, {
            periods: options.period,
            kinds: kind === undefined ? undefined : [kind],
            breakdown: options.parts ? undefined : {},
            followInferred: options.inferred,
          }),
        );
        const points: PointAccount[] = [];
        for (const point of series.points) {
          points.push(await pointAccount(point, series.unitOfMeasure, inquiry));
        }
        await output.writeAll(
          options.format === 'text'
            ? seriesText(series, points, inquiry, lang)
            : points.map((point) => `${JSON.stringify(point)}\n`),
        );
      }),
    );
}
