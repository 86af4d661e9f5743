import { Command } from 'commander';
import { ReadHistory } from '#chronicle';
import type { HistoryEntry, LogEntry } from '#structure';
import type { Language } from '#temporal';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { keyOf, readingOf, unitOf } from '../question.js';
import { relationInWords } from '../relation-words.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly unit: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika history`: everything ever said about a unit, in both times. */
export function historyCommand(output: Output): Command {
  return new Command('history')
    .description('everything ever said about a unit, in both times')
    .addOption(option.organisation())
    .addOption(option.unit())
    .option('--at <date>', 'the date on which --unit is looked up, if codes have moved; default: today')
    .addOption(option.knownAt())
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const reading = await readingOf(queries, options.organisation, options.at, options.knownAt);
        const unit = await unitOf(queries, reading, options.unit, options.keys);
        const entries = await queries.execute(new ReadHistory(reading, unit));
        const key = (id: string) => keyOf(reading, id, options.keys);
        for (const entry of entries) {
          if (output.isClosed) return;
          await output.write(
            options.format === 'text' ? textOf(entry, options.lang ?? 'sv') : lineOf(entry, key),
          );
        }
      }),
    );
}

const WORDS = {
  sv: {
    existence: 'existens',
    name: 'namn',
    type: 'typ',
    parent: 'överordnad',
    code: 'kod',
    predecessor: 'föregångare',
    successor: 'efterföljare',
    inForce: 'finns',
    ended: 'upphör',
    top: 'toppnivån',
    none: '–',
    recorded: 'registrerad',
    takenBack: 'tillbakatagen',
  },
  en: {
    existence: 'existence',
    name: 'name',
    type: 'type',
    parent: 'parent',
    code: 'code',
    predecessor: 'predecessor',
    successor: 'successor',
    inForce: 'in force',
    ended: 'ends',
    top: 'the top level',
    none: '–',
    recorded: 'recorded',
    takenBack: 'taken back',
  },
} as const;

function textOf(entry: HistoryEntry, language: Language): string {
  const words = WORDS[language];
  const [field = '', qualifier] = entry.field.split(':');
  const label = `${words[field as keyof typeof words]}${qualifier === undefined || qualifier === 'line' ? '' : ` ${qualifier}`}`;
  const value =
    typeof entry.value === 'boolean'
      ? words[entry.value ? 'inForce' : 'ended']
      : (entry.valueName ?? entry.value ?? (field === 'parent' ? words.top : words.none));
  const relation =
    entry.relation === null ? '' : ` (${relationInWords(entry.relation, entry.share, language)})`;
  const known =
    `${words.recorded} ${stampOf(entry.recorded)}` +
    (entry.takenBack === null ? '' : `; ${words.takenBack} ${stampOf(entry.takenBack)}`);
  return `${entry.validFrom.written.padEnd(10)}  ${label}: ${value}${relation}  [${known}]\n`;
}

function stampOf({ position, knownAt, actor, reason }: LogEntry): string {
  return `#${position} ${knownAt} ${actor}${reason === undefined ? '' : `: ${reason}`}`;
}

function lineOf(entry: HistoryEntry, key: (id: string) => string | null): string {
  const { recorded, takenBack, ...said } = entry;
  const valueKey = entry.valueName === null ? null : key(String(entry.value));
  const line = { ...said, valueKey, recorded: logged(recorded), takenBack: takenBack && logged(takenBack) };
  return `${JSON.stringify(line)}\n`;
}

function logged({ position, recording, recordedAt, knownAt, actor, reason, basis, source }: LogEntry) {
  return { position, recording, recordedAt, knownAt, actor, reason, basis, source };
}
