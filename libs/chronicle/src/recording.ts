import type { Day, Instant, Message, Position } from '#temporal';
import type { InlineProjection } from '#ledger';
import type { RecordId, RecordRecording } from '#records';
import type { ChangeId, Notice, Recording, Rejection, UnitId, Warning, WarningCode } from '#structure';
import type { AnyDraft } from './any-draft.js';
import type { AnyRefusal } from './refusal.js';

/** A change set to be recorded whole, with the recorder's terms. */
export interface ChangeSetRequest {
  readonly drafts: readonly AnyDraft[];
  /** Name of the intent, such as `TransferUnit`. */
  readonly commandType: string;
  /** Who: an opaque id, never personal data. */
  readonly actor: string;
  readonly reason?: string | undefined;
  /** The same key records once; without one every call is a new one. */
  readonly idempotencyKey?: string | undefined;
  /** Refused unless the ledger's head is here. */
  readonly expectedPosition?: Position | undefined;
  /** Decides, and tells what would be recorded, but records nothing. */
  readonly validateOnly?: boolean | undefined;
  readonly confirmed: ReadonlySet<WarningCode> | 'all';
  /** Scheme of bare keys. */
  readonly keyScheme: string;
  /** Backdated import: when the register says it learned this. */
  readonly knownAt?: Instant | undefined;
  /** What counts as today for what may still be cancelled; default: today. */
  readonly today?: Day | undefined;
  /** Whether the outcome shall tell each change in a sentence. */
  readonly describe?: boolean | undefined;
  /** What it was found fit for: refused, and not decided again, if something after this position touches any of these. */
  readonly restsOn?: { readonly position: Position; readonly reads: readonly string[] } | undefined;
  /** What is written in the transaction that stores it: it is stored alone, and refused if that cannot be written. */
  readonly inline?: InlineProjection | undefined;
}

export interface RecordedChange {
  readonly change: ChangeId;
  readonly recording: Recording;
  readonly position: Position;
  /** Units that begin by it. */
  readonly begun: readonly UnitId[];
  readonly sentence: Message | undefined;
  /** Why the structure does not allow it, of what is blocked. */
  readonly reasons: readonly Rejection[];
}

/** A record beside the structure that was recorded, corrected or withdrawn. */
export interface RecordedRecord {
  readonly record: RecordId;
  /** The kind's name in the import format. */
  readonly kind: string;
  readonly recording: RecordRecording;
  readonly position: Position;
  readonly sentence: Message | undefined;
}

export type RecordingOutcome =
  | {
      /** `recorded` now, found `repeated` under its idempotency key or import lines, or only `valid`. */
      readonly outcome: 'recorded' | 'repeated' | 'valid';
      readonly position: Position;
      readonly recordedAt: Instant | undefined;
      /** How many of the drafts were recorded now: not those that had been imported before. */
      readonly recorded: number;
      /** Those that follow from what was recorded, too: a decision can bring a pending change into force. */
      readonly changes: readonly RecordedChange[];
      readonly records: readonly RecordedRecord[];
      readonly warnings: readonly Warning[];
      readonly notices: readonly Notice[];
      readonly narrowed: readonly string[];
    }
  | {
      readonly outcome: 'refused';
      readonly refusals: readonly AnyRefusal[];
      readonly warnings: readonly Warning[];
    };
