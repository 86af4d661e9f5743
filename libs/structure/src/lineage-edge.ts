import type { Day, Position } from '#temporal';
import type { Relation } from './effect.js';
import type { ChangeId } from './ids.js';
import type { UnitPointer } from './unit.js';

/** One unit continues another, since the day of a change. */
export interface LineageEdge {
  readonly from: UnitPointer;
  readonly to: UnitPointer;
  readonly relation: Relation;
  readonly share: number | undefined;
  readonly earliest: Day;
  readonly day: Day;
  readonly order: number;
  readonly knownFrom: Position;
  knownUntil: number;
  readonly change: ChangeId;
}
