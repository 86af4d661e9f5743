import type { Hierarchy, Scheme, UnitId } from './ids.js';

/** What a change continues: edges run from predecessor to successor. */
export const RELATIONS = [
  'continues',
  'mergedInto',
  'absorbedBy',
  'splitInto',
  'spunOffFrom',
  'replacedBy',
  'partMovedTo',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** A field of a unit that a change may set. */
export type Field = 'name' | 'type' | `parent:${Hierarchy}` | `code:${Scheme}`;

export interface BeginEffect {
  readonly e: 'begin';
  readonly unit: UnitId;
  readonly name: string;
  readonly type: string;
  /** Parent per hierarchy it takes part in; null is a root. `line` is always there. */
  readonly parents: Readonly<Record<Hierarchy, UnitId | null>>;
  readonly codes: Readonly<Record<Scheme, string>>;
}

export interface EndEffect {
  readonly e: 'end';
  readonly unit: UnitId;
  /** Said explicitly of a dissolved unit without named successors: there are none, or they are not known. */
  readonly succession?: 'none' | 'unknown';
}

export interface SetEffect {
  readonly e: 'set';
  readonly unit: UnitId;
  readonly field: Field;
  /** Name, type, parent's unit id or code; null makes a root or takes the code away. */
  readonly value: string | null;
}

export interface LineageEffect {
  readonly e: 'lineage';
  /** Predecessor. */
  readonly from: UnitId;
  /** Successor. */
  readonly to: UnitId;
  readonly relation: Relation;
  /** Share of the predecessor that went there, above 0 and at most 1; absent when not known. */
  readonly share?: number;
}

/** What a change came to when it was recorded. All that is downstream of the ledger sees effects only. */
export type Effect = BeginEffect | EndEffect | SetEffect | LineageEffect;

export function setParent(unit: UnitId, hierarchy: Hierarchy, value: UnitId | null): SetEffect {
  return { e: 'set', unit, field: `parent:${hierarchy}`, value };
}

export function setCodes(unit: UnitId, codes: Readonly<Record<Scheme, string | null>>): SetEffect[] {
  return Object.entries(codes).map(([scheme, value]) => ({ e: 'set', unit, field: `code:${scheme}`, value }));
}

/** The units that an effect is about; a parent that is only pointed at is not. */
export function unitsOf(effect: Effect): readonly UnitId[] {
  return effect.e === 'lineage' ? [effect.from, effect.to] : [effect.unit];
}
