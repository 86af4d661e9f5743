import type { AppendOutcome, CommandDraft, StoredCommand } from '#ledger';
import { narrate, type ChangeId, type ChangeVersion, type LogEntry, type UnitId } from '#structure';
import { lastVersionOf, type RecordLogEntry } from '#records';
import type { Position } from '#temporal';
import { isRecordEvent, type OrganisationDecision, type OrganisationEvent } from './decide-change-set.js';
import type { OrganisationMemory } from './organisation-memory.js';
import { recordWords } from './record-words.js';
import type { RecordedChange, RecordedRecord, RecordingOutcome } from './recording.js';
import { refusal, type AnyRefusal } from './refusal.js';

/** The changes that a decision records; what it narrows besides is told apart. */
export function recordedChanges(
  memory: OrganisationMemory,
  events: readonly OrganisationEvent[],
  first: Position,
  describe: boolean,
): RecordedChange[] {
  return events.flatMap((event, offset) => {
    if (isRecordEvent(event) || event.recording === 'narrowed') return [];
    const { data, version, recording } = event;
    const position = (first + offset) as Position;
    const sentence =
      describe && version !== undefined ? narrate(memory.timeline, version, position) : undefined;
    const reasons = ('reasons' in data ? data.reasons : undefined) ?? [];
    return [{ change: data.change, recording, position, begun: unitsBegun(version), sentence, reasons }];
  });
}

/** What a decision records beside the structure. */
export function recordedRecords(
  memory: OrganisationMemory,
  events: readonly OrganisationEvent[],
  first: Position,
): RecordedRecord[] {
  return events.flatMap((event, offset) => {
    if (!isRecordEvent(event)) return [];
    const { recording, data } = event;
    return [recordedRecord(memory, data.record, recording, (first + offset) as Position)];
  });
}

function recordedRecord(
  { register, timeline }: OrganisationMemory,
  record: RecordLogEntry['record'],
  recording: RecordLogEntry['recording'],
  position: Position,
): RecordedRecord {
  const entry = register.entries.get(record)!;
  const said = lastVersionOf(entry, position);
  const words = recordWords(register, timeline, position);
  return {
    record,
    kind: entry.kind,
    recording,
    position,
    sentence: said && register.kindOf(entry.kind).sentence(said.payload, words),
  };
}

function unitsBegun(version: ChangeVersion | undefined): UnitId[] {
  return version?.effects.flatMap((effect) => (effect.e === 'begin' ? [effect.unit] : [])) ?? [];
}

/** What a command stored. */
export function entriesOf({ timeline, register }: OrganisationMemory, stored: StoredCommand): Stored {
  const isPart = ({ position }: { readonly position: Position }) =>
    position >= stored.first && position <= stored.last;
  return { last: stored.last, changes: timeline.log.filter(isPart), records: register.log.filter(isPart) };
}

/** What is in the ledger of a command: nothing of it here if all of its lines were imported with others. */
interface Stored {
  readonly last: Position | undefined;
  readonly changes: readonly LogEntry[];
  readonly records: readonly RecordLogEntry[];
}

export const NOTHING_STORED: Stored = { last: undefined, changes: [], records: [] };

/** Why a change was blocked at a position. */
function reasonsAt({ timeline }: OrganisationMemory, change: ChangeId, position: number) {
  const { blocks = [] } = timeline.changes.get(change) ?? {};
  return blocks.find(({ knownFrom }) => knownFrom === position)?.reasons ?? [];
}

/** What was stored before, under the same key or as the same import lines. */
export function repeated(memory: OrganisationMemory, stored: Stored | undefined): RecordingOutcome {
  if (stored === undefined) return refused('NOTHING_TO_RECORD');
  const { last, changes, records } = stored;
  return {
    outcome: 'repeated',
    position: last ?? memory.position,
    recordedAt: last === undefined ? undefined : memory.times.at(last)?.recordedAt,
    recorded: 0,
    records: records.map(({ record, recording, position }) =>
      recordedRecord(memory, record, recording, position),
    ),
    changes: changes
      .filter(({ recording }) => recording !== 'narrowed')
      .map(({ change, recording, position, version }) => ({
        change: change.id,
        recording,
        position,
        begun: unitsBegun(version),
        sentence: version && narrate(memory.timeline, version, position),
        reasons: recording === 'blocked' ? reasonsAt(memory, change.id, position) : [],
      })),
    warnings: [],
    notices: [],
    narrowed: [],
  };
}

export function told({ warnings, notices, narrowed }: Extract<OrganisationDecision, { accepted: true }>) {
  return { warnings, notices, narrowed };
}

export function refused(code: keyof typeof REFUSALS, about: unknown = ''): RecordingOutcome {
  const refusals: AnyRefusal[] = [refusal(code, REFUSALS[code](String(about)))];
  return { outcome: 'refused', refusals, warnings: [] };
}

/** The answer to a command that the ledger did not take. */
export function conflictRefused(
  { reason, head }: Extract<AppendOutcome, { outcome: 'conflict' }>,
  { knownAt }: CommandDraft,
): RecordingOutcome {
  switch (reason) {
    case 'EXPECTED_POSITION':
      return refused('STALE_POSITION', head);
    case 'KNOWN_AT_BACKWARDS':
      return refused('KNOWN_AT_BACKWARDS', knownAt);
    case 'KNOWN_AT_FUTURE':
      return refused('KNOWN_AT_IN_FUTURE', knownAt);
    case 'READ_SET':
      return refused('TOO_MUCH_CONTENTION');
  }
}

const REFUSALS = {
  IDEMPOTENCY_KEY_REUSED: () => ({
    sv: 'Samma idempotencyKey har använts för något annat.',
    en: 'The same idempotencyKey has been used for something else.',
  }),
  STALE_POSITION: (head: string) => ({
    sv: `Något annat har registrerats sedan dess: liggaren är vid position ${head}.`,
    en: `Something else has been recorded since: the ledger is at position ${head}.`,
  }),
  KNOWN_AT_BACKWARDS: (time: string) => ({
    sv: `Kunskapstiden ${time} ligger före den senast registrerade.`,
    en: `The knowledge time ${time} is before the latest one recorded.`,
  }),
  KNOWN_AT_IN_FUTURE: (time: string) => ({
    sv: `Kunskapstiden ${time} ligger i framtiden.`,
    en: `The knowledge time ${time} is in the future.`,
  }),
  TOO_MUCH_CONTENTION: () => ({
    sv: 'Andra registrerade hela tiden något i samma enheter. Försök igen.',
    en: 'Others kept recording something in the same units. Try again.',
  }),
  SCENARIO_MOVED: () => ({
    sv: 'Scenariot har ändrats sedan dess. Läs det på nytt.',
    en: 'The scenario has been changed since. Read it again.',
  }),
  NOTHING_TO_RECORD: () => ({
    sv: 'Ändringspaketet är tomt.',
    en: 'The change set is empty.',
  }),
};
