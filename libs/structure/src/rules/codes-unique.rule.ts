import type { Day } from '#temporal';
import type { Scheme } from '../ids.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';
import { segments, type Segment } from './segments.js';
import { changesOf, cures, type Violation } from './violation.js';

/** No two units in force share a code of one scheme at the end of any day. */
export function codesUnique(
  timeline: Timeline,
  unit: Unit,
  scheme: Scheme,
  from: Day,
  until: Day,
  reads: Set<string>,
): Violation[] {
  const found: Violation[] = [];
  for (const held of heldCodes(timeline, unit, scheme, from, until)) {
    reads.add(`code:${scheme}:${held.value}`);
    for (const other of timeline.holdersOf(scheme, held.value!)) {
      if (other === unit) continue;
      reads.add(other.id);
      const shared = heldCodes(timeline, other, scheme, held.from, held.until).find(
        (s) => s.value === held.value,
      );
      if (shared === undefined) continue;
      found.push({
        code: 'CODE_TAKEN',
        day: shared.from,
        units: [unit, other],
        changes: changesOf(held.fact, shared.fact),
        cures: cures(
          timeline,
          [other.codes.get(scheme), other.existence, unit.codes.get(scheme), unit.existence],
          shared.from,
        ),
        detail: {
          sv: `Koden ${scheme}:${held.value} bärs redan av en annan enhet.`,
          en: `The code ${scheme}:${held.value} is held by another unit.`,
        },
      });
    }
  }
  return found;
}

function heldCodes(
  { horizon }: Timeline,
  unit: Unit,
  scheme: Scheme,
  from: Day,
  until: Day,
): Segment<string | null>[] {
  const track = unit.codes.get(scheme);
  if (track === undefined) return [];
  return segments(unit.existence, horizon, from, until)
    .filter((alive) => alive.value === true)
    .flatMap((alive) => segments(track, horizon, alive.from, alive.until))
    .filter((held) => held.value != null);
}
