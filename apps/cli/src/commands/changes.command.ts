import { Command } from 'commander';
import { dayGiven, ReadChanges, type OrganisationReading } from '#chronicle';
import type { ChronicleEntry } from '#structure';
import type { Language } from '#temporal';
import { dateHeading } from '../evidence/change-account-text.js';
import { pendingStanding, sentenceOf } from '../evidence/pending-standing.js';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf, refuseBackwards, unitOf } from '../question.js';
import { withSession } from '../session.js';
import type { StandingAsked } from '../standing.js';
import { standingInWords } from '../standing-words.js';

interface Given {
  readonly organisation: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownAt?: string;
  readonly standing?: StandingAsked;
  readonly scenario?: string;
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
    .addOption(option.standing())
    .addOption(option.scenario())
    .option('-u, --unit <key>', 'changes of this unit')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const [from, to] = [options.from, options.to].map((day) => (day === undefined ? day : dayGiven(day)));
        refuseBackwards(from, to, `${options.from} > ${options.to}`);
        const reading = await readingOf(queries, options.organisation, options);
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
          await output.write(
            options.format === 'text' ? textOf(entry, reading, language) : lineOf(entry, reading),
          );
        }
      }),
    );
}

/** "Den 1 januari 2021: A och B gick samman till C." What is pending or cancelled says so. */
function textOf(entry: ChronicleEntry, reading: OrganisationReading, language: Language): string {
  const standing = entry.cancelled ? 'cancelled' : pendingStanding(reading, entry.id);
  const mark = standing === null ? '' : ` (${standingInWords(standing, language)})`;
  return `${dateHeading(entry.version.on.written, language)}: ${sentenceOf(reading, entry)[language]}${mark}.\n`;
}

function lineOf(entry: ChronicleEntry, reading: OrganisationReading): string {
  const { id, change, kind, on, cancelled, units, recorded } = entry;
  const line = {
    change: id,
    name: change.externalId ?? null,
    set: change.changeSet,
    kind,
    on,
    cancelled,
    pending: pendingStanding(reading, id),
    sentence: sentenceOf(reading, entry),
    units,
    position: recorded?.position ?? null,
    recordedAt: recorded?.recordedAt ?? null,
    reason: recorded?.reason ?? null,
    basis: recorded?.basis ?? null,
    source: recorded?.source ?? null,
  };
  return `${JSON.stringify(line)}\n`;
}
