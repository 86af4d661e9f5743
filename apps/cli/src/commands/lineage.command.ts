import { Command, Option } from 'commander';
import type { QueryBus } from '@nestjs/cqrs';
import { ReadLineage, ReadRelatives, type OrganisationReading } from '#chronicle';
import type { DeadEnd, Direction, LineageStep, Unit } from '#structure';
import type { Language } from '#temporal';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import { say, type Output } from '../output.js';
import { keyOf, readingOf, unitOf } from '../question.js';
import { relationInWords } from '../relation-words.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly unit: string;
  readonly direction: Direction | 'both';
  readonly at?: string;
  readonly knownAt?: string;
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
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const reading = await readingOf(queries, options.organisation, options.at, options.knownAt);
        const unit = await unitOf(queries, reading, options.unit, options.keys);
        await output.writeAll(
          options.at === undefined
            ? await stepLines(queries, reading, unit, options)
            : await relativeLines(queries, reading, unit, options),
        );
      }),
    );
}

const ARROWS = { back: '←', forward: '→' } as const;

async function stepLines(
  queries: QueryBus,
  reading: OrganisationReading,
  unit: Unit,
  { direction, keys, format, lang = 'sv' }: Options,
): Promise<string[]> {
  const steps = await queries.execute(new ReadLineage(reading, unit, { direction }));
  if (format === 'text') return steps.map((step) => stepText(step, lang));
  const keyed = ({ id, name }: LineageStep['from']) => ({ id, key: keyOf(reading, id, keys), name });
  return steps.map((step) => `${JSON.stringify({ ...step, from: keyed(step.from), to: keyed(step.to) })}\n`);
}

function stepText(step: LineageStep, language: Language): string {
  const { direction, generation, from, to, relation, share, written } = step;
  const how = relationInWords(relation, share, language);
  return `${'  '.repeat(generation - 1)}${ARROWS[direction]} ${written}  ${from.name} → ${to.name} (${how})\n`;
}

async function relativeLines(
  queries: QueryBus,
  reading: OrganisationReading,
  unit: Unit,
  { direction, keys, format, lang = 'sv' }: Options,
): Promise<string[]> {
  const { units, deadEnds } = await queries.execute(new ReadRelatives(reading, unit, direction));
  for (const end of deadEnds) say(deadEndText(end, lang));
  return units.map(({ id, name, direction: way, generation }) => {
    const key = keyOf(reading, id, keys);
    return format === 'ndjson'
      ? `${JSON.stringify({ id, key, name, direction: way, generation })}\n`
      : `${generation === 0 ? '=' : ARROWS[way]} ${name}${key === null ? '' : ` [${key}]`}\n`;
  });
}

function deadEndText({ unit, succession, endedOn }: DeadEnd, language: Language): string {
  const words = {
    sv: { none: 'utan efterföljare', unknown: 'efterföljare okänd', unsaid: 'ingen efterföljare angiven' },
    en: { none: 'without a successor', unknown: 'successor unknown', unsaid: 'no successor named' },
  }[language];
  return `${unit.name} (– ${endedOn ?? '?'}): ${words[succession ?? 'unsaid']}`;
}
