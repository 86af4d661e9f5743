import { type Line } from './lines.js';
import { type Edge, type UnitRow } from './model.js';

/** A mark as the comparison needs it: which track of which unit is indeterminate because of how many changes. */
export interface TrackMark {
  readonly key: string;
  readonly track: string;
  readonly changes: number;
}

/** What the model is compared with: whatever records lines and answers for any date and knowledge. */
export interface Engine {
  /** Records a change set, all or nothing; `code` says why it was refused. */
  record(set: readonly Line[]): { readonly accepted: boolean; readonly code?: string };
  /** The units in force, by key; `known` counts accepted sets. */
  chart(at: string, known: number, hierarchy: string): UnitRow[];
  indeterminate(at: string, known: number): TrackMark[];
  lineage(known: number): Omit<Edge, 'change'>[];
  /** The imprecise changes that apply before the latest day of their windows now, by id, with that day. */
  narrowed(): ReadonlyMap<string, string>;
}
