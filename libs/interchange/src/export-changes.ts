import type { LedgerStore, RecordedEvent } from '#ledger';
import { RECORD_KINDS, type OrganisationReading } from '#chronicle';
import {
  recordRecordingOf,
  type RecordContentData,
  type RecordEventData,
  type RecordId,
  type RecordRecording,
  type ReferenceMapping,
  type Register,
} from '#records';
import {
  recordingOf,
  type ChangeEventData,
  type ChangeId,
  type ContentEventData,
  type Timeline,
  type UnitId,
  type UnitMapping,
} from '#structure';
import { dateOf, dayBefore, dayOf, utcDate, type Instant } from '#temporal';
import { contentLine, namedUnits } from './change-lines.js';
import { UnitNames } from './unit-names.js';

export interface ExportOptions {
  /** The scheme whose codes are written as keys; default `import`. Import with the same. */
  readonly keyScheme?: string | undefined;
}

/**
 * All that was recorded until the reading's position, amendments too, as lines of the import format in recorded
 * order, in pieces of many lines. Imported into an empty organisation it gives the same charts on every date.
 */
export async function* exportChanges(
  ledger: LedgerStore,
  { organisation, base, register, ledgerPosition }: OrganisationReading,
  options: ExportOptions = {},
): AsyncGenerator<string, void> {
  const names = new UnitNames(base, ledgerPosition, options.keyScheme ?? 'import');
  const writer = new LineWriter(base, register, names);
  for await (const events of ledger.stream(organisation.id, { upTo: ledgerPosition })) {
    const lines = writer.write(events);
    if (lines !== '') yield lines;
  }
  const last = writer.end();
  if (last !== '') yield last;
}

class LineWriter {
  private readonly mapping: UnitMapping;
  private readonly references: ReferenceMapping;
  /** Events of the last command seen, which may go on. */
  private open: RecordedEvent[] = [];

  constructor(
    private readonly timeline: Timeline,
    private readonly register: Register,
    names: UnitNames,
  ) {
    this.mapping = namedUnits(names);
    this.references = {
      unit: (id) => names.of(id as UnitId),
      record: (id) => this.recordName(id),
      change: (id) => this.changeName(id),
    };
  }

  /** The lines of all change sets that are complete. */
  write(events: readonly RecordedEvent[]): string {
    let lines = '';
    for (const event of events) {
      if (this.open.length > 0 && this.open[0]!.command.key !== event.command.key) lines += this.end();
      this.open.push(event);
    }
    return lines;
  }

  end(): string {
    const set = this.open.filter(({ type }) => isOwn(type));
    this.open = [];
    const name = set.length > 1 ? set[0]!.eventId : undefined;
    // A set becomes known at once, so that its lines must say the same.
    const knownFrom = set.map((event) => this.knownFrom(event)).sort()[0];
    return set.map((event) => `${JSON.stringify(this.line(event, name, knownFrom!))}\n`).join('');
  }

  private line(event: RecordedEvent, set: string | undefined, knownFrom: Instant): object {
    const data = event.data as unknown as ChangeEventData;
    const { basis, source } = data;
    const { reason } = event.command;
    const recording = recordRecordingOf(RECORD_KINDS, event.type);
    const content =
      recording === undefined
        ? this.content(event, data)
        : this.record(recording, event.data as unknown as RecordEventData);
    return {
      ...content,
      ...(set === undefined ? {} : { set }),
      ...(reason === undefined ? {} : { reason }),
      ...(basis === undefined ? {} : { basis }),
      ...(source === undefined ? {} : { source }),
      knownFrom: written(knownFrom),
    };
  }

  private content(event: RecordedEvent, data: ChangeEventData): object {
    const recording = recordingOf(event.type)!;
    if (recording === 'recorded' || recording === 'proposed') {
      return { ...contentLine(data as ContentEventData, this.mapping), id: data.id ?? data.change };
    }
    const amendment = {
      change: this.changeName(data.change),
      ...(data.id === undefined ? {} : { id: data.id }),
    };
    switch (recording) {
      case 'corrected':
        return { kind: 'correct', ...amendment, with: contentLine(data as ContentEventData, this.mapping) };
      case 'rescheduled':
        return { kind: 'reschedule', ...amendment, on: (data as ContentEventData).on };
      case 'cancelled':
        return { kind: 'cancel', ...amendment };
      default:
        throw new Error('What follows from other changes is not exported');
    }
  }

  private record(recording: RecordRecording, data: RecordEventData): object {
    if (recording === 'recorded') {
      return { ...this.recordContent(data as RecordContentData), id: data.id ?? data.record };
    }
    const amendment = {
      change: this.recordName(data.record),
      ...(data.id === undefined ? {} : { id: data.id }),
    };
    return recording === 'withdrawn'
      ? { kind: 'cancel', ...amendment }
      : { kind: 'correct', ...amendment, with: this.recordContent(data as RecordContentData) };
  }

  private recordContent({ kind, payload }: RecordContentData): object {
    return { kind, ...(this.register.kindOf(kind).map(payload, this.references) as object) };
  }

  private recordName(id: string): string {
    return this.register.entries.get(id as RecordId)?.externalId ?? id;
  }

  private changeName(id: string): string {
    return this.timeline.changes.get(id as ChangeId)?.externalId ?? id;
  }

  /**
   * Its knowledge time. A cancellation that was itself imported may by now look as if it came after the fact:
   * then the day before, the last on which it can have been made.
   */
  private knownFrom({ type, data, knownAt, position }: RecordedEvent): Instant {
    if (recordingOf(type) !== 'cancelled') return knownAt;
    const { change } = data as unknown as ChangeEventData;
    const latest = cancelledOn(this.timeline, change, position);
    return latest !== undefined && latest <= dayOf(utcDate(knownAt))
      ? (`${dateOf(dayBefore(latest))}${MIDNIGHT}` as Instant)
      : knownAt;
  }
}

function cancelledOn(timeline: Timeline, change: ChangeId, position: number) {
  return timeline.changes.get(change)?.versions.find(({ knownUntil }) => knownUntil === position)?.on.latest;
}

/** Recordings that follow from others: the import makes them again. */
const DERIVED: readonly unknown[] = [undefined, 'narrowed', 'enacted', 'blocked', 'annulled', 'suspended'];

function isOwn(type: string): boolean {
  return recordRecordingOf(RECORD_KINDS, type) !== undefined || !DERIVED.includes(recordingOf(type));
}

const MIDNIGHT = 'T00:00:00.000000Z';

/** A time as the import format has it; the start of a day as its date. */
function written(time: Instant): string {
  return time.endsWith(MIDNIGHT) ? time.slice(0, -MIDNIGHT.length) : time;
}
