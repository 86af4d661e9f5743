import { dayBefore, type Fact } from '#temporal';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';
import { changesOf, cures, currentVersion, type Cure, type Violation } from './violation.js';

/** A unit begins only when it is not in force and ends only when it is: its intervals do not overlap. */
export function beginsAndEndsInTurn(timeline: Timeline, unit: Unit, reads: Set<string>): Violation[] {
  reads.add(unit.id);
  const facts = unit.existence.known(timeline.horizon);
  const at = facts.findIndex((fact, i) => fact.value !== (i % 2 === 0));
  const wrong = facts[at];
  if (wrong === undefined) return [];
  return [
    {
      code: wrong.value ? 'ALREADY_IN_FORCE' : 'NOT_IN_FORCE',
      day: wrong.from,
      units: [unit],
      changes: changesOf(wrong, facts[at - 1], facts[at + 1]),
      cures: [
        ...cures(timeline, [unit.existence], wrong.from, wrong.order).filter(
          ({ version }) => version.change.id !== wrong.change,
        ),
        ...beforePrevious(timeline, wrong, facts[at - 1]),
      ],
    },
  ];
}

/** What begins or ends out of turn may have done so before what came before it. */
function beforePrevious(
  timeline: Timeline,
  wrong: Fact<boolean>,
  previous: Fact<boolean> | undefined,
): Cure[] {
  const version = currentVersion(timeline, wrong.change);
  if (previous === undefined || version === undefined) return [];
  const to = wrong.order < previous.order ? previous.from : dayBefore(previous.from);
  return wrong.earliest <= to && to < wrong.from ? [{ version, to }] : [];
}
