import { ASSESSMENTS, assessedAs, type Assessed } from './assignment-groups.js';
import type { Assessment, AssignmentStatus } from './assignment-marks.js';
import { withValues } from '../../location/with-values.js';

/** Which assignments; it stands in the address beside the times. */
export interface AssignmentFilter {
  readonly assessed: Assessed | null;
  readonly overdue: boolean;
  /** The id of a unit that has it, or helps with it. */
  readonly unit: string | null;
}

export function readAssignmentFilter(search: URLSearchParams): AssignmentFilter {
  return {
    assessed: ASSESSMENTS.find((one) => one === search.get('assessed')) ?? null,
    overdue: search.get('overdue') === '1',
    unit: search.get('for'),
  };
}

/** Writes a filter into an address, and leaves the rest of it as it is. */
export function writeAssignmentFilter(search: URLSearchParams, filter: AssignmentFilter): URLSearchParams {
  const { assessed, overdue, unit } = filter;
  return withValues(search, { assessed, overdue: overdue ? '1' : null, for: unit });
}

interface Party {
  readonly name: string;
  readonly unit: { readonly id: string } | null;
}

interface Followed {
  readonly assessment: Assessment | null;
  readonly status: AssignmentStatus;
  readonly to: readonly Party[];
  readonly with: readonly Party[];
}

export function isWanted(item: Followed, { assessed, overdue, unit }: AssignmentFilter): boolean {
  if (assessed !== null && assessedAs(item) !== assessed) return false;
  if (overdue && item.status !== 'OVERDUE' && item.status !== 'MAYBE_OVERDUE') return false;
  return unit === null || [...item.to, ...item.with].some((party) => party.unit?.id === unit);
}

/** The units that have assignments or help with them, each once. */
export function unitsWith(items: readonly Followed[]): { readonly id: string; readonly name: string }[] {
  const names = new Map<string, string>();
  for (const { unit, name } of items.flatMap((item) => [...item.to, ...item.with])) {
    if (unit !== null && !names.has(unit.id)) names.set(unit.id, name);
  }
  return [...names].map(([id, name]) => ({ id, name }));
}
