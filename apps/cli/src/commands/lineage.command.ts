import type { QueryBus } from '@nestjs/cqrs';
import { Command, Option } from 'commander';
import { ReadInferredLineage, ReadLineage, ReadRelatives, type OrganisationReading } from '#chronicle';
import { isInForce, type Direction, type Unit, type UnitId } from '#structure';
import type { Language } from '#temporal';
import { inferredSteps } from '../evidence/inferred-steps.js';
import { inquiryInto } from '../evidence/inquiry.js';
import { pendingStanding } from '../evidence/pending-standing.js';
import { withKeys } from '../key-scheme.js';
import { deadEndText, inferredStepText, relativeText, stepText, type RelativeLine } from '../lineage-text.js';
import * as option from '../options.js';
import { say, type Output } from '../output.js';
import { keyOf, readingOf, unitOf } from '../question.js';
import { withSession } from '../session.js';
import type { StandingAsked } from '../standing.js';

interface Given {
  readonly organisation: string;
  readonly unit: string;
  readonly direction: Direction | 'both';
  readonly at?: string;
  readonly knownAt?: string;
  readonly standing?: StandingAsked;
  readonly scenario?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

type Options = Given & { readonly keys: string };

/** `kronika lineage`: where a unit came from and where it went; with `--at` the units in force then. */
export function lineageCommand(output: Output): Command {
  return new Command('lineage')
    .description('where a unit came from and where it went')
    .addOption(option.organisation())
    .addOption(option.unit())
    .addOption(
      new Option('--direction <direction>', 'which way').choices(['back', 'forward', 'both']).default('both'),
    )
    .option('--at <date>', 'the units in force on this date that it goes back or leads to')
    .addOption(option.knownAt())
    .addOption(option.standing())
    .addOption(option.scenario())
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const reading = await readingOf(queries, options.organisation, options);
        const unit = await unitOf(queries, reading, options.unit, options.keys);
        await output.writeAll(
          options.at === undefined
            ? await stepLines(queries, reading, unit, options)
            : await relativeLines(queries, reading, unit, options),
        );
      }),
    );
}

async function stepLines(
  queries: QueryBus,
  reading: OrganisationReading,
  unit: Unit,
  { direction, keys, format, lang = 'sv' }: Options,
): Promise<string[]> {
  const keyed = ({ id, name }: { readonly id: string; readonly name: string }) => ({
    id,
    key: keyOf(reading, id, keys),
    name,
  });
  const steps = (await queries.execute(new ReadLineage(reading, unit, { direction }))).map((step) => ({
    ...step,
    from: keyed(step.from),
    to: keyed(step.to),
    inferred: false as const,
    pending: pendingStanding(reading, step.change),
  }));
  const inferred = await inferredSteps(
    await queries.execute(new ReadInferredLineage(reading, unit, direction)),
    inquiryInto(queries, reading, keys),
  );
  return format === 'text'
    ? [...steps.map((step) => stepText(step, lang)), ...inferred.map((step) => inferredStepText(step, lang))]
    : [...steps, ...inferred].map((step) => `${JSON.stringify(step)}\n`);
}

async function relativeLines(
  queries: QueryBus,
  reading: OrganisationReading,
  unit: Unit,
  { direction, keys, format, lang = 'sv' }: Options,
): Promise<string[]> {
  const { units, deadEnds } = await queries.execute(new ReadRelatives(reading, unit, direction));
  for (const end of deadEnds) say(deadEndText(end, lang));
  const relatives: RelativeLine[] = units.map(({ id, name, direction: way, generation }) => ({
    id,
    key: keyOf(reading, id, keys),
    name,
    direction: way,
    generation,
    inferred: false,
  }));
  const steps = await queries.execute(new ReadInferredLineage(reading, unit, direction));
  for (const step of await inferredSteps(steps, inquiryInto(queries, reading, keys))) {
    const other = step.direction === 'back' ? step.from : step.to;
    const reached = reading.timeline.units.get(other.id as UnitId);
    if (reached === undefined || !isInForce(reading, reached)) continue;
    if (relatives.some(({ id }) => id === other.id)) continue;
    const { direction: way, generation, confidence, verdict } = step;
    relatives.push({ ...other, direction: way, generation, inferred: true, confidence, verdict });
  }
  return relatives.map((line) =>
    format === 'text' ? relativeText(line, lang) : `${JSON.stringify(line)}\n`,
  );
}
