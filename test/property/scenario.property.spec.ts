import { expect, it } from '@jest/globals';
import {
  adoptionDrafts,
  decideStep,
  rebase,
  Simulation,
  type Rebase,
  type Resolution,
  type ScenarioId,
} from '#scenarios';
import type { Position } from '#temporal';
import { RecordedHistory, type Line } from '../../libs/structure/src/testing/recorded-history.js';
import { timelineSnapshot } from '../../libs/structure/src/testing/timeline-snapshot.js';
import { TODAY } from './histories.js';
import { dealt, holds, RUNS } from './planned-samples.js';
import {
  adopt,
  broken,
  decidingWith,
  draftsOf,
  PlannedHistory,
  shown,
  stored,
  withoutChangeSets,
} from './planned-history.js';

const A_DAY = 24 * 60 * 60 * 1000;
const SCENARIO = '99999999-0000-7000-8000-000000000000' as ScenarioId;

function recordedOf(sets: readonly (readonly Line[])[]): RecordedHistory {
  const recorded = new RecordedHistory();
  record(recorded, sets);
  return recorded;
}

function record(recorded: RecordedHistory, sets: readonly (readonly Line[])[]): void {
  for (const lines of sets) if (lines.length > 0) recorded.decide(lines, { today: TODAY });
}

function rebased(
  base: RecordedHistory,
  { simulation }: Pick<PlannedHistory, 'simulation'>,
  resolutions = new Map<string, readonly Resolution[]>(),
  steps = simulation.steps,
): Rebase {
  const { today, newId } = decidingWith(8);
  return rebase({
    timeline: base.timeline,
    from: simulation.base,
    to: base.position as Position,
    steps,
    resolutions,
    today,
    newId,
  });
}

/** The rebase in which what does not fit, and what builds on that, is left out. */
function settledRebase(base: RecordedHistory, planned: PlannedHistory): Rebase {
  const dropped = new Map<string, readonly Resolution[]>();
  for (;;) {
    const found = rebased(base, planned, dropped);
    const conflicts = found.steps.filter(({ outcome }) => outcome === 'conflict');
    if (conflicts.length === 0) return found;
    for (const { step } of conflicts) dropped.set(step.id, [{ how: 'drop' }]);
  }
}

/** What the organisation shows once what the simulation comes to has been recorded in it. */
function shownAdopted(
  base: RecordedHistory,
  { steps }: Simulation,
  days: readonly string[],
): object | undefined {
  const adoption = adoptionDrafts(
    steps.map(({ step }) => step),
    { scenario: SCENARIO },
  );
  if (!adoption.ok) throw new Error(adoption.problem.message.en);
  const { timeline } = base.branch();
  const position = (base.position + timeline.step) as Position;
  const adopted = adopt(timeline, adoption.drafts, { ...decidingWith(9), position });
  return adopted === undefined ? undefined : shown(timeline, adopted, days);
}

/** Moves of units that every organisation here begins with. */
function moves(throws: readonly number[]): (readonly Line[])[] {
  return throws.map((roll, at) => [
    {
      kind: 'transfer',
      on: ['2020-02-01', '2020-06-01', '2020-10-01', '2021-02-01'][at]!,
      unit: `u${1 + (roll % 5)}`,
      to: `u${Math.floor(roll / 5) % 6}`,
    },
  ]);
}

function isAccepted({ timeline, next }: Simulation, lines: readonly Line[]): boolean {
  timeline.begin();
  const context = { ...decidingWith(7), position: next };
  const { accepted } = decideStep(timeline, draftsOf(lines), 'afresh', context);
  timeline.rollback();
  return accepted;
}

function shownBy({ timeline, position }: Simulation, days: readonly string[]): object {
  return shown(timeline, position, days);
}

function withoutSets(simulation: Simulation): unknown {
  const snapshot = timelineSnapshot(simulation.timeline) as { readonly changes: readonly object[] };
  return { ...snapshot, changes: snapshot.changes.map((change) => ({ ...change, changeSet: '' })) };
}

it(
  'rebased on an unchanged base a scenario is what it was',
  () => {
    holds(({ founded, sets, days }) => {
      const base = recordedOf(founded);
      const planned = new PlannedHistory(base, 1);
      planned.plan(sets);
      const found = rebased(base, planned);
      expect(found.steps.map(({ outcome }) => outcome)).toEqual(planned.steps.map(() => 'clean'));
      expect(found.simulation.steps.map(({ step }) => withoutChangeSets(step))).toEqual(
        planned.steps.map(({ step }) => withoutChangeSets(step)),
      );
      found.simulation.steps.forEach(({ step }, at) => {
        expect(planned.steps[at]!.step.reads).toEqual(expect.arrayContaining([...step.reads]));
      });
      expect(withoutSets(found.simulation)).toEqual(withoutSets(planned.simulation));
      expect(shownBy(found.simulation, days)).toEqual(shownBy(planned.simulation, days));
    });
  },
  A_DAY,
);

it(
  'adopted it is what it showed',
  () => {
    let refused = 0;
    holds(({ founded, sets, days }) => {
      const base = recordedOf(founded);
      const planned = new PlannedHistory(base, 1);
      planned.plan(sets);
      const adopted = shownAdopted(base, planned.simulation, days);
      if (adopted === undefined) refused += 1;
      else expect(adopted).toEqual(shownBy(planned.simulation, days));
    });
    expect(refused).toBeLessThan(1 + RUNS / 10);
  },
  A_DAY,
);

it(
  'adopted after a rebase it is what the rebased one showed',
  () => {
    let refused = 0;
    holds((sample) => {
      const { founded, days } = sample;
      const [mine, theirs] = dealt(sample);
      const base = recordedOf(founded);
      const planned = new PlannedHistory(base, 1);
      planned.plan(mine);
      record(base, theirs);
      const { simulation } = settledRebase(base, planned);
      const adopted = shownAdopted(base, simulation, days);
      if (adopted === undefined) refused += 1;
      else expect(adopted).toEqual(shownBy(simulation, days));
    });
    expect(refused).toBeLessThan(1 + RUNS / 10);
  },
  A_DAY,
);

it(
  'steps taken back and taken again, and steps read from a store, come to the same',
  () => {
    holds(({ founded, sets, throws }) => {
      const base = recordedOf(founded);
      const planned = new PlannedHistory(base, 1);
      planned.plan(sets);
      const { simulation, steps } = planned;
      const whole = timelineSnapshot(simulation.timeline);
      const read = stored(steps);
      expect(timelineSnapshot(Simulation.of(base.timeline, simulation.base, read).timeline)).toEqual(whole);
      expect(rebased(base, planned, new Map(), read)).toMatchObject({ steps: rebased(base, planned).steps });
      let walking: Simulation = simulation;
      for (const roll of throws) {
        const count = roll % (steps.length + 1);
        walking = walking.with(steps.slice(0, count));
        const fresh = Simulation.of(base.timeline, simulation.base, read.slice(0, count));
        expect(timelineSnapshot(walking.timeline)).toEqual(timelineSnapshot(fresh.timeline));
        expect([walking.position, walking.next]).toEqual([fresh.position, fresh.next]);
      }
      expect(timelineSnapshot(walking.with(steps).timeline)).toEqual(whole);
      expect(timelineSnapshot(simulation.timeline)).toEqual(whole);
    });
  },
  A_DAY,
);

it(
  'two scenarios and their base never see each other',
  () => {
    holds((sample) => {
      const [mine, theirs] = dealt(sample);
      const base = recordedOf(sample.founded);
      const before = timelineSnapshot(base.timeline);
      const [one, other] = [new PlannedHistory(base, 1), new PlannedHistory(base, 2)];
      mine.forEach((lines, at) => {
        one.step(lines);
        other.step(theirs[at] ?? lines);
      });
      rebased(base, one);
      expect(timelineSnapshot(base.timeline)).toEqual(before);
      const alone = new PlannedHistory(recordedOf(sample.founded), 1);
      alone.plan(mine);
      expect(timelineSnapshot(one.simulation.timeline)).toEqual(timelineSnapshot(alone.simulation.timeline));
      const planned = timelineSnapshot(one.simulation.timeline);
      record(base, theirs);
      rebased(base, one);
      expect(timelineSnapshot(one.simulation.timeline)).toEqual(planned);
      const recorded = recordedOf(sample.founded);
      record(recorded, theirs);
      expect(timelineSnapshot(base.timeline)).toEqual(timelineSnapshot(recorded.timeline));
    });
  },
  A_DAY,
);

it(
  'what is refused, or only looked at, changes nothing',
  () => {
    let refusals = 0;
    let conflicts = 0;
    holds((sample) => {
      const [mine, theirs] = dealt(sample);
      const base = recordedOf(sample.founded);
      const planned = new PlannedHistory(base, 1);
      for (const lines of mine) {
        const before = timelineSnapshot(planned.simulation.timeline);
        const count = planned.steps.length;
        if (planned.step(lines).accepted) continue;
        refusals += 1;
        expect(timelineSnapshot(planned.simulation.timeline)).toEqual(before);
        expect(planned.steps).toHaveLength(count);
      }
      record(base, theirs);
      const before = [base.timeline, planned.simulation.timeline].map(timelineSnapshot);
      const steps = JSON.stringify(planned.steps);
      const found = rebased(base, planned);
      conflicts += found.steps.filter(({ outcome }) => outcome === 'conflict').length;
      expect([base.timeline, planned.simulation.timeline].map(timelineSnapshot)).toEqual(before);
      expect(JSON.stringify(planned.steps)).toBe(steps);
      expect(rebased(base, planned).steps.map(({ outcome }) => outcome)).toEqual(
        found.steps.map(({ outcome }) => outcome),
      );
    });
    expect(Math.min(refusals, conflicts)).toBeGreaterThan(RUNS / 4);
  },
  A_DAY,
);

it(
  'rebased on a base that has moved, what fits keeps all rules',
  () => {
    const outcomes = new Set<string>();
    holds((sample) => {
      const { founded, days } = sample;
      const [mine, theirs] = dealt(sample);
      const base = recordedOf(founded);
      const planned = new PlannedHistory(base, 1);
      planned.plan(mine);
      record(base, theirs);
      const { steps, simulation } = rebased(base, planned);
      for (const { outcome } of steps) outcomes.add(outcome);
      for (const step of steps) {
        if (step.outcome === 'changed') expect(step.differences).not.toEqual([]);
        if (step.outcome === 'conflict') expect(step.conflicts).not.toEqual([]);
      }
      expect(broken(simulation.timeline, simulation.position, days)).toEqual([]);
      expect(simulation.steps.map(({ step }) => step)).toEqual(
        steps.flatMap((step) => ('now' in step ? [step.now] : [])),
      );
    });
    expect([...outcomes].sort()).toEqual(['changed', 'clean', 'conflict', 'done']);
  },
  A_DAY,
);

it(
  'a unit moved in the base is in nobody’s way who could plan the same now',
  () => {
    let moved = 0;
    holds((sample) => {
      const { founded, sets, throws } = sample;
      const base = recordedOf(founded);
      const planned = new PlannedHistory(base, 1);
      const said = planned.plan(sets);
      const before = base.position;
      record(base, moves(throws));
      moved += base.position - before;
      const now = Simulation.of(base.timeline, base.position as Position);
      rebased(base, planned).steps.forEach((step, at) => {
        if ('now' in step) now.add({ step: step.now, origin: planned.steps[at]!.origin });
        if (step.outcome !== 'conflict') return;
        expect([said[at], isAccepted(now, said[at]!)]).toEqual([said[at], false]);
      });
    });
    expect(moved).toBeGreaterThan(RUNS);
  },
  A_DAY,
);
