import type { Day, Position } from '#temporal';
import type { NewId } from './binding.js';
import type { ChangeVersion, Recording } from './change.js';
import type { Notice } from './later-changes.js';
import type { ChangeEventData } from './recorded-event.js';
import type { Rejection, Warning, WarningCode } from './rejection.js';

export interface DecisionContext {
  /** The position that the first event will get. */
  readonly position: Position;
  /** The day on which it is decided; a change that has taken effect by it cannot be cancelled. */
  readonly today: Day;
  readonly newId: NewId;
  /** Ids that were allotted to changes by their names, before they were decided. */
  readonly changeIds?: ReadonlyMap<string, string>;
  /** The code scheme in which bare keys are looked up and kept. */
  readonly keyScheme: string;
  /** Warnings that the recorder has seen and confirmed. */
  readonly confirmed: ReadonlySet<WarningCode> | 'all';
}

/** An event to append, with the keys under which others may have read what it changes. */
export interface DecidedEvent {
  readonly type: string;
  readonly data: ChangeEventData;
  readonly recording: Recording;
  readonly reason: string | undefined;
  readonly version: ChangeVersion | undefined;
  readonly touches: readonly string[];
}

export type Decision =
  | {
      readonly accepted: true;
      readonly events: readonly DecidedEvent[];
      /** Warnings that were confirmed. */
      readonly warnings: readonly Warning[];
      readonly notices: readonly Notice[];
      /** Changes with imprecise dates whose windows the rules narrow. */
      readonly narrowed: readonly string[];
      /** What the decision depends on: unit ids, `children:<unit>`, `code:<scheme>:<code>`, `change:<its name>`, `far-reaching`. */
      readonly reads: readonly string[];
    }
  | {
      readonly accepted: false;
      readonly rejections: readonly Rejection[];
      readonly warnings: readonly Warning[];
    };

/** A refusal of some drafts of a change set, told by the places that they have in it. */
export function refusedAmong(
  { rejections, warnings }: Extract<Decision, { accepted: false }>,
  drafts: readonly { readonly index: number }[],
): Extract<Decision, { accepted: false }> {
  const placed = <T extends { readonly index?: number }>(refusal: T): T =>
    refusal.index === undefined ? refusal : { ...refusal, index: drafts[refusal.index]!.index };
  return { accepted: false, rejections: rejections.map(placed), warnings: warnings.map(placed) };
}
