import type { Fact } from '#temporal';
import type { ChangeId } from '../ids.js';
import type { Unit, UnitPointer } from '../unit.js';
import { chronicleEntry, type ChronicleEntry } from './chronicle.js';
import type { MarkedField } from './marks.js';
import { nameAt, type Reading } from './reading.js';

/** The change behind one thing that is so. */
export interface Reason {
  readonly field: MarkedField;
  /** Name, type or code; a parent's id; whether it is in force; null: none, or a root. */
  readonly value: string | boolean | null;
  readonly valueName: string | null;
  /** False while the change may or may not have taken effect. */
  readonly certain: boolean;
  readonly change: ChronicleEntry;
}

/**
 * Why a unit is as it is at the reading: the changes behind its existence (how it began and, if it has ended,
 * how it ended), name, type, place in each hierarchy and codes. What is indeterminate comes with each change
 * that would settle it. Empty if nothing is known of the unit on that date.
 */
export function why(reading: Reading, unit: Unit): Reason[] {
  const { timeline, at, position } = reading;
  const reasons: Reason[] = [];
  const give = (field: MarkedField, fact: Fact<string | boolean | UnitPointer | null>, certain: boolean) => {
    const { value } = fact;
    const isUnit = value !== null && typeof value === 'object';
    const recorded = timeline.changes.get(fact.change as ChangeId);
    const change = recorded && chronicleEntry(timeline, recorded, position);
    if (!change) throw new Error(`A fact rests on the change ${fact.change}, which is not known`);
    reasons.push({
      field,
      value: isUnit ? value.id : value,
      valueName: isUnit ? nameAt(reading, timeline.own(value)) : null,
      certain,
      change,
    });
  };
  const existence = unit.existence.at(at, position);
  if (existence?.value === false) {
    const began = unit.existence.before(existence, position);
    if (began !== undefined) give('existence', began, true);
  }
  const tracks: [MarkedField, AnyTrack][] = [
    ['existence', unit.existence],
    ['name', unit.name],
    ['type', unit.type],
    ...[...unit.parents].map(([hierarchy, track]): [MarkedField, AnyTrack] => [`parent:${hierarchy}`, track]),
    ...[...unit.codes].map(([scheme, track]): [MarkedField, AnyTrack] => [`code:${scheme}`, track]),
  ];
  for (const [field, track] of tracks) {
    const fact = track.at(at, position);
    if (fact !== undefined) give(field, fact, true);
    for (const open of track.indeterminateAt(at, position)) give(field, open, false);
  }
  return reasons;
}

interface AnyTrack {
  at(at: Reading['at'], position: number): Fact<string | boolean | UnitPointer | null> | undefined;
  indeterminateAt(
    at: Reading['at'],
    position: number,
  ): readonly Fact<string | boolean | UnitPointer | null>[];
}
