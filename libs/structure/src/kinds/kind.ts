import type { Message } from '#temporal';
import type { z } from 'zod';
import type { Effect } from '../effect.js';
import type { UnitId } from '../ids.js';
import type { RejectionCode } from '../rejection.js';
import type { State } from '../state.js';
import type { Children, NewUnit, Target } from './fields.js';

/** Rewrites the units that a payload names: keys to ids when it is recorded, ids to keys in an export. */
export interface UnitMapping {
  unit(reference: string, field: string): string;
  begins(unit: NewUnit, field: string): NewUnit;
}

/** Words for a payload's units, as they were called around the change. */
export interface Narration {
  /** The name of a unit just before the change, or of a unit that begins, after it. */
  name(id: string): string;
  /** The name that a list of units reads as: "A, B och C". */
  names(ids: readonly string[]): Message;
  /** A unit type as people call it. */
  type(type: string): string;
  /** What a change says of itself: that something happened, or, of one that is pending, that it is to. */
  verb(happened: string, isToHappen: string): string;
  /** The unit's parent just before the change. */
  parentBefore(id: string, hierarchy: string): string | null;
}

/** What is wrong with a payload in itself or where it applies. */
export interface Objection {
  readonly code: RejectionCode;
  readonly message: Message;
  readonly field?: string;
  readonly units?: readonly string[];
}

/**
 * One kind of change. A payload's units are references until it is bound and unit ids from then on;
 * `resolve` and what comes after see bound payloads only.
 */
export interface Kind<P> {
  readonly kind: string;
  /** Type of the event that records it. */
  readonly event: string;
  readonly schema: z.ZodType<P>;
  /** Its form is open: it is shown as pending and never takes effect; a correction to a real kind replaces it. */
  readonly open?: true;
  map(payload: P, units: UnitMapping): P;
  /** What is wrong where it applies: `state` is the organisation just before the change. */
  object?(payload: P, state: State): Objection | undefined;
  /** What it comes to. Total: it asks nothing of the state that `object` or an invariant would refuse. */
  resolve(payload: P, state: State): Effect[];
  /** Units that must be in force though no effect is about them. */
  actsOn?(payload: P): readonly UnitId[];
  /** Whether what it comes to depends on where it applies; `ancestry`: on more than the units it acts on and their children. */
  reads?(payload: P): 'nothing' | 'children' | 'itself' | 'ancestry';
  sentence(payload: P, narration: Narration): Message;
}

/** For type inference of a kind's payload from its schema. */
export function defineKind<P>(kind: Kind<P>): Kind<P> {
  return kind;
}

export function mapNewUnit(unit: NewUnit, field: string, units: UnitMapping): NewUnit {
  const at = field === '' ? '' : `${field}.`;
  const mapped: NewUnit = { ...unit };
  if (unit.parent != null) mapped.parent = units.unit(unit.parent, `${at}parent`);
  if (unit.parents !== undefined) {
    mapped.parents = mapValues(unit.parents, (parent, hierarchy) =>
      parent === null ? null : units.unit(parent, `${at}parents.${hierarchy}`),
    );
  }
  return units.begins(mapped, field);
}

export function mapTarget(target: Target, field: string, units: UnitMapping): Target {
  return 'name' in target
    ? mapNewUnit(target, field, units)
    : { key: units.unit(target.key, `${field}.key`) };
}

export function mapChildren(children: Children | undefined, units: UnitMapping): Children | undefined {
  if (children === undefined || children === 'leave') return children;
  return Object.fromEntries(
    Object.entries(children).map(([child, parent]) => [
      units.unit(child, `children.${child}`),
      units.unit(parent, `children.${child}`),
    ]),
  );
}

export function mapValues<A, B>(
  record: Record<string, A>,
  f: (value: A, key: string) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value, key)]));
}

/** The object without the members that are undefined. */
export function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
