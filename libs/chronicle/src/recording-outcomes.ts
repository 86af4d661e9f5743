import type { AppendOutcome, CommandDraft, StoredCommand } from '#ledger';
import {
  narrate,
  type ChangeVersion,
  type DecidedEvent,
  type Decision,
  type LogEntry,
  type UnitId,
} from '#structure';
import type { Position } from '#temporal';
import type { OrganisationMemory } from './organisation-memory.js';
import type { RecordedChange, RecordingOutcome } from './recording.js';
import { refusal, type AnyRefusal } from './refusal.js';

/** The changes that a decision records; what it narrows besides is told apart. */
export function recordedChanges(
  memory: OrganisationMemory,
  events: readonly DecidedEvent[],
  first: Position,
  describe: boolean,
): RecordedChange[] {
  return events.flatMap(({ data, version, recording }, offset) => {
    if (recording === 'narrowed') return [];
    const position = (first + offset) as Position;
    const sentence =
      describe && version !== undefined ? narrate(memory.timeline, version, position) : undefined;
    return [{ change: data.change, recording, position, begun: unitsBegun(version), sentence }];
  });
}

function unitsBegun(version: ChangeVersion | undefined): UnitId[] {
  return version?.effects.flatMap((effect) => (effect.e === 'begin' ? [effect.unit] : [])) ?? [];
}

/** What a command stored. */
export function entriesOf(memory: OrganisationMemory, stored: StoredCommand): LogEntry[] {
  return memory.timeline.log.filter(({ position }) => position >= stored.first && position <= stored.last);
}

/** What was stored before, under the same key or as the same import lines. */
export function repeated(
  memory: OrganisationMemory,
  entries: readonly LogEntry[] | undefined,
): RecordingOutcome {
  if (entries === undefined) return refused('NOTHING_TO_RECORD');
  return {
    outcome: 'repeated',
    position: entries.at(-1)?.position ?? memory.position,
    recordedAt: entries.at(-1)?.recordedAt,
    changes: entries
      .filter(({ recording }) => recording !== 'narrowed')
      .map(({ change, recording, position, version }) => ({
        change: change.id,
        recording,
        position,
        begun: unitsBegun(version),
        sentence: version && narrate(memory.timeline, version, position),
      })),
    warnings: [],
    notices: [],
    narrowed: [],
  };
}

export function told({ warnings, notices, narrowed }: Extract<Decision, { accepted: true }>) {
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
  NOTHING_TO_RECORD: () => ({
    sv: 'Ändringspaketet är tomt.',
    en: 'The change set is empty.',
  }),
};
