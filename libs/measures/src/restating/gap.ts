import type { UnitReference } from '#structure';

/**
 * What cannot be known.
 *
 * - `SHARE_UNKNOWN`: something of the unit went elsewhere, and how much is not recorded
 * - `ORIGIN_MIXED`: the unit came from within and from without, and how much from where is not recorded
 * - `SUCCESSOR_UNKNOWN`: the unit ended, and where its activity went is not recorded, or only of a part
 * - `NOT_IN_FORCE`: the unit was not there, nor anything that it goes back to or leads to
 * - `CHANGED_WITHIN`: what belongs to it changed within the period that the figure is of
 * - `INDETERMINATE`: whether it changed by then is open, since the date of a change is not known well enough
 * - `FIGURE_MISSING`: no figure is recorded of the unit, for that period, kind and breakdown
 * - `DISAGREEING`: the statements of the unit's figure contradict each other
 * - `DOES_NOT_SUM`: the figure of a whole is not the sum of its parts'
 */
export type GapCode =
  | 'SHARE_UNKNOWN'
  | 'ORIGIN_MIXED'
  | 'SUCCESSOR_UNKNOWN'
  | 'NOT_IN_FORCE'
  | 'CHANGED_WITHIN'
  | 'INDETERMINATE'
  | 'FIGURE_MISSING'
  | 'DISAGREEING'
  | 'DOES_NOT_SUM';

/** Why a figure cannot be restated, and which units that is about. */
export interface Gap {
  readonly code: GapCode;
  readonly unit: UnitReference;
  /** The others that it is about: where something went, or came from. */
  readonly others: readonly UnitReference[];
}

/** Each gap once, in the order in which they were found. */
export function distinctGaps(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.code} ${gap.unit.id}`, gap])).values()];
}
