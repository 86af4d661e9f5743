import type { OrganisationMemory } from '#chronicle';
import { logOfRecord, RECORD_CORRECTED, RECORD_WITHDRAWN, type RecordLogEntry } from '#records';
import {
  ANNULLED,
  BLOCKED,
  CANCELLED,
  changesBetween,
  CORRECTED,
  ENACTED,
  foldText,
  kindOf,
  NARROWED,
  PROPOSED,
  RESCHEDULED,
  SUSPENDED,
  wordsSought,
  type ChangeVersion,
  type LogEntry,
  type Recording,
  type Unit,
} from '#structure';
import { itemAt } from '#temporal';

/** What is remembered of one event: about a change, about a record, or the registration of the organisation. */
export type Remembered =
  | { readonly about: 'change'; readonly entry: LogEntry }
  | { readonly about: 'record'; readonly entry: RecordLogEntry }
  | { readonly about: 'organisation' };

export interface EventFilter {
  readonly actor?: string | undefined;
  readonly types?: readonly string[] | undefined;
  /** Words of the reason. */
  readonly reason?: string | undefined;
  readonly unit?: Unit | undefined;
  /** The id of a change or a record. */
  readonly about?: string | undefined;
  readonly amendments?: boolean | undefined;
}

const TYPE_OF: Readonly<Record<Exclude<Recording, 'recorded'>, string>> = {
  corrected: CORRECTED,
  rescheduled: RESCHEDULED,
  cancelled: CANCELLED,
  narrowed: NARROWED,
  proposed: PROPOSED,
  enacted: ENACTED,
  blocked: BLOCKED,
  annulled: ANNULLED,
  suspended: SUSPENDED,
};

/** What says of an earlier event that it is no longer, or not quite, so. */
const AMENDING: readonly string[] = [
  CORRECTED,
  RESCHEDULED,
  CANCELLED,
  ANNULLED,
  RECORD_CORRECTED,
  RECORD_WITHDRAWN,
];

/** The events of an organisation's ledger as its memory has them: all but their stored bytes. */
export class RecordedEvents {
  constructor(private readonly memory: OrganisationMemory) {}

  at(position: number): Remembered {
    const { timeline, register } = this.memory;
    const change = timeline.logEntryAt(position);
    if (change !== undefined) return { about: 'change', entry: change };
    const record = itemAt(register.log, position);
    return record === undefined ? { about: 'organisation' } : { about: 'record', entry: record };
  }

  typeOf(event: Remembered): string {
    if (event.about === 'organisation') return 'OrganisationRegistered';
    if (event.about === 'record') {
      const { recording, kind } = event.entry;
      if (recording === 'corrected') return RECORD_CORRECTED;
      return recording === 'withdrawn' ? RECORD_WITHDRAWN : this.memory.register.kindOf(kind).event;
    }
    const { recording, version } = event.entry;
    const isFirst = recording === 'recorded' || (recording === 'proposed' && version?.kind === 'anticipate');
    return isFirst ? kindOf(version!.kind).event : TYPE_OF[recording as keyof typeof TYPE_OF];
  }

  /** The position of the event whose content an event replaced or took back; undefined if it is about nothing earlier. */
  before(position: number): number | undefined {
    const event = this.at(position);
    if (event.about === 'organisation') return undefined;
    if (event.about === 'record') {
      const log = logOfRecord(this.memory.register, event.entry.record, position - 1);
      return log.at(-1)?.position;
    }
    return this.versionBefore(event.entry)?.knownFrom;
  }

  private versionBefore({ change, position }: LogEntry): ChangeVersion | undefined {
    const versions = this.memory.timeline.changes.get(change.id)?.versions ?? [];
    return versions.findLast(({ knownFrom }) => knownFrom < position);
  }

  /** The positions of the events that match, newest first. */
  matching(upTo: number, filter: EventFilter): number[] {
    const isMeant = this.condition(upTo, filter);
    const found: number[] = [];
    for (let position = upTo; position >= 1; position--) {
      if (isMeant(this.at(position))) found.push(position);
    }
    return found;
  }

  private condition(upTo: number, filter: EventFilter): (event: Remembered) => boolean {
    const { actor, types, reason, unit, about, amendments } = filter;
    const words = wordsSought(reason);
    const { timeline } = this.memory;
    const ofUnit =
      unit &&
      new Set<string>(
        changesBetween(timeline, { position: upTo, unit, includePending: true }).map(({ id }) => id),
      );
    return (event) => {
      if (types !== undefined && !types.includes(this.typeOf(event))) return false;
      if (amendments === true && !AMENDING.includes(this.typeOf(event))) return false;
      const id = idOf(event);
      if (ofUnit !== undefined && !ofUnit.has(id)) return false;
      if (about !== undefined && id !== about) return false;
      const who = event.about === 'organisation' ? this.memory.registered : event.entry;
      if (actor !== undefined && who?.actor !== actor) return false;
      if (words.length === 0) return true;
      const said = foldText(who?.reason ?? '');
      return words.every((word) => said.includes(word));
    };
  }
}

/** Of the change or record that an event is about. */
function idOf(event: Remembered): string {
  if (event.about === 'organisation') return '';
  return event.about === 'change' ? event.entry.change.id : event.entry.record;
}
