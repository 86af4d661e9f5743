import type { Brand } from '#temporal';

/** Stable identity of a unit (UUID, lower case); never reused. */
export type UnitId = Brand<string, 'UnitId'>;

/** Identity of a recorded change (UUID, lower case); an amended change keeps it. */
export type ChangeId = Brand<string, 'ChangeId'>;

/** Name of a tree over the units, such as `line`, `political`, `budget`. */
export type Hierarchy = string;

/** The hierarchy that always exists and in which every unit takes part. */
export const LINE: Hierarchy = 'line';

/** Name of a set of codes, such as `hsa` or `bfs-commune`; a code is unique in its scheme on any date. */
export type Scheme = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of a unit's or change's id. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
