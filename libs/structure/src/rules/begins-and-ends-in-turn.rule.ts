import type { Timeline } from '../timeline.js';
import { LATEST } from '../state.js';
import type { Unit } from '../unit.js';
import { changesOf, cures, type Violation } from './violation.js';

/** A unit begins only when it is not in force and ends only when it is: its intervals do not overlap. */
export function beginsAndEndsInTurn(timeline: Timeline, unit: Unit, reads: Set<string>): Violation[] {
  reads.add(unit.id);
  const facts = unit.existence.known(LATEST);
  const at = facts.findIndex((fact, i) => fact.value !== (i % 2 === 0));
  const wrong = facts[at];
  if (wrong === undefined) return [];
  return [
    {
      code: wrong.value ? 'ALREADY_IN_FORCE' : 'NOT_IN_FORCE',
      day: wrong.from,
      units: [unit],
      changes: changesOf(wrong, facts[at - 1], facts[at + 1]),
      cures: cures(timeline, [unit.existence], wrong.from, wrong.order),
    },
  ];
}
