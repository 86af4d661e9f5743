import { Command } from 'commander';
import { ReadChanges } from '#chronicle';
import type { ChronicleEntry } from '#structure';
import { describeImpreciseDate, type Language } from '#temporal';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { dayAsked, readingOf, refuseBackwards, unitOf } from '../question.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownAt?: string;
  readonly unit?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika changes`: the chronicle as sentences, in the order in which the changes apply. */
export function changesCommand(output: Output): Command {
  return new Command('changes')
    .description('the chronicle as sentences')
    .addOption(option.organisation())
    .option('--from <date>', 'changes on this date or later')
    .option('--to <date>', 'changes on this date or earlier')
    .addOption(option.knownAt())
    .option('-u, --unit <key>', 'changes of this unit')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const [from, to] = [dayAsked(options.from), dayAsked(options.to)];
        refuseBackwards(from, to, `${options.from} > ${options.to}`);
        const reading = await readingOf(queries, options.organisation, undefined, options.knownAt);
        const unit =
          options.unit === undefined ? undefined : await unitOf(queries, reading, options.unit, options.keys);
        const entries = await queries.execute(
          new ReadChanges(reading, {
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
            ...(unit === undefined ? {} : { unit }),
          }),
        );
        const language = options.lang ?? 'sv';
        for (const entry of entries) {
          if (output.isClosed) return;
          await output.write(options.format === 'text' ? sentenceOf(entry, language) : lineOf(entry));
        }
      }),
    );
}

const CANCELLED = { sv: ' (inställd)', en: ' (cancelled)' } as const;

/** "Den 1 januari 2021: A och B gick samman till C." */
function sentenceOf(entry: ChronicleEntry, language: Language): string {
  const date = describeImpreciseDate(entry.version.on, language);
  const when = date.charAt(0).toUpperCase() + date.slice(1);
  return `${when}: ${entry.sentence[language]}${entry.cancelled ? CANCELLED[language] : ''}.\n`;
}

function lineOf(entry: ChronicleEntry): string {
  const { id, change, kind, on, cancelled, sentence, units, recorded } = entry;
  const line = {
    change: id,
    name: change.externalId ?? null,
    set: change.changeSet,
    kind,
    on,
    cancelled,
    sentence,
    units,
    position: recorded?.position ?? null,
    recordedAt: recorded?.recordedAt ?? null,
    reason: recorded?.reason ?? null,
    basis: recorded?.basis ?? null,
    source: recorded?.source ?? null,
  };
  return `${JSON.stringify(line)}\n`;
}
