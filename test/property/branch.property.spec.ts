import { expect, it } from '@jest/globals';
import {
  changeDates,
  changesBetween,
  chart,
  decide,
  difference,
  findUnit,
  branch,
  history,
  isPending,
  knownVersion,
  lineage,
  parseDraft,
  replay,
  Timeline,
  unitState,
  why,
  type DecidedEvent,
  type Decision,
  type Unit,
} from '#structure';
import { instant, type Position } from '#temporal';
import { day, RecordedHistory, type Line } from '../../libs/structure/src/testing/recorded-history.js';
import { fullCopy } from '../../libs/structure/src/testing/full-copy.js';
import { timelineSnapshot } from '../../libs/structure/src/testing/timeline-snapshot.js';
import { dayOf, textOf } from './calendar.js';
import { histories, play, TODAY } from './histories.js';
import { fc, runs } from './seeded.js';

const RUNS = runs(1 / 10);
const A_DAY = 24 * 60 * 60 * 1000;

type ChangeSets = readonly (readonly Line[])[];

/** A random history with the days around which something happens in it. */
interface Sample {
  readonly sets: ChangeSets;
  readonly days: readonly string[];
  readonly throws: readonly number[];
}

function holds(law: (sample: Sample) => void): void {
  fc.assert(
    fc.property(
      histories({ sets: 30 }),
      fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4, size: 'max' }),
      (plan, throws) => {
        const { steps, model } = play(plan);
        const around = model.boundaryDays().flatMap((on) => [-1, 0].map((off) => textOf(dayOf(on) + off)));
        const sets = steps.map(({ lines }) => lines.map(({ set: _, ...said }): Line => said));
        const readable = sets.filter((lines) => lines.every((line) => parseDraft({ ...line }).ok));
        law({ sets: readable, days: some([...new Set(around)], throws), throws });
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
}

function some<T>(list: readonly T[], throws: readonly number[]): T[] {
  return [...new Set(throws.map((roll) => list[roll % list.length]!))];
}

/**
 * Records what can be recorded of the sets: by throws some of them beside the timeline in force, and after some of
 * them a change that is pending comes into force, or one that came into force is pending again or taken back.
 * @returns everything that was recorded
 */
function record(recorded: RecordedHistory, { sets, throws }: Sample, from = 0, to = sets.length) {
  const decided: DecidedEvent[] = [];
  const keep = (decision: Decision) => decided.push(...(decision.accepted ? decision.events : []));
  const options = { today: TODAY };
  sets.slice(from, to).forEach((lines, index) => {
    const [roll, next] = [0, 1].map((off) => throws[(from + index + off) % throws.length]! + from + index);
    keep(roll! % 4 === 0 ? recorded.propose(lines, options) : recorded.decide(lines, options));
    const waiting = [...recorded.timeline.pendingChanges];
    const change = waiting[next! % Math.max(1, waiting.length)];
    if (change === undefined || knownVersion(recorded.timeline, change) === undefined) return;
    if (isPending(recorded.timeline, change)) keep(recorded.follow('enact', change.id, options));
    else if (roll! % 3 === 0) {
      keep(recorded.follow(next! % 3 === 0 ? 'annul' : 'suspend', change.id, options));
    }
  });
  return decided;
}

function recordedOf(sample: Sample, to?: number): RecordedHistory {
  const recorded = new RecordedHistory();
  record(recorded, sample, 0, to);
  return recorded;
}

/** Decides sets one after the other, as a batch that is not in the ledger yet. Whether anything was accepted. */
function decideOnly({ timeline, position }: RecordedHistory, sets: ChangeSets): boolean {
  const drafts = sets.map((lines) =>
    lines.map((line) => parseDraft({ ...line })).filter((parsed) => parsed.ok),
  );
  let [next, ids] = [position + timeline.step, 0];
  for (const set of drafts) {
    const decision = decide(
      timeline,
      set.map(({ draft }) => draft),
      {
        position: next as Position,
        today: day(TODAY),
        newId: () => `11111111-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
        keyScheme: 'import',
        confirmed: 'all',
      },
    );
    if (decision.accepted) next += decision.events.length * timeline.step;
  }
  return next > position + timeline.step;
}

/** All that can be read of a timeline at a position, as text. */
function answers(timeline: Timeline, position: number, days: readonly string[]): string {
  const units = [...timeline.units.values()]
    .filter((unit) => unit.existence.known(position).length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify([
    days.map((date) => answersOn(timeline, position, date, units)),
    days.map((date) => {
      const [first, second] = [days[0]!, date].sort().map((on) => ({ timeline, at: day(on), position }));
      return difference(first!, second!);
    }),
    units.map((unit) => lineage({ timeline, at: day(TODAY), position }, unit)),
    units.map((unit) =>
      history(timeline, unit, position).map((entry) => ({
        ...entry,
        recorded: entry.recorded.position,
        takenBack: entry.takenBack?.position,
      })),
    ),
    [undefined, ...units].map((unit) =>
      changesBetween(timeline, {
        position,
        includePending: true,
        ...(unit === undefined ? {} : { unit }),
      }).map((entry) => ({
        said: [entry.id, entry.kind, entry.on, entry.sentence, entry.cancelled, entry.pending, entry.units],
        log: entry.log.map((logged) => [logged.position, logged.recording, logged.version?.on]),
        recorded: entry.recorded?.position,
      })),
    ),
    changeDates(timeline, position),
    ['u0', 'u1', 'u2', 'u3', 'hsa:H1'].map((key) => {
      const found = findUnit(timeline, key, { position });
      return found.outcome === 'found' ? found.unit.id : found.outcome;
    }),
  ]);
}

function answersOn(timeline: Timeline, position: number, date: string, units: readonly Unit[]): unknown {
  const reading = { timeline, at: day(date), position };
  return [
    ['line', 'political'].map((hierarchy) =>
      chart(reading, { hierarchy }).map((box) => [box.path, box.name, box.type, box.codes, box.since]),
    ),
    units.map((unit) => unitState(reading, unit)),
    units.map((unit) => why(reading, unit).map(({ change, ...reason }) => ({ ...reason, on: change.id }))),
  ];
}

/** The same history on a copy that shares nothing with its base: what a branch must come to. */
function copied(base: RecordedHistory, position: number, step: number): RecordedHistory {
  return base.goingOn(fullCopy(base.timeline, position, step), position);
}

it(
  'a branch answers at its position, and at earlier ones, as its base does',
  () => {
    holds((sample) => {
      const { days, throws } = sample;
      const base = recordedOf(sample);
      for (const roll of throws) {
        const position = roll % (base.position + 1);
        const branched = branch(base.timeline, position);
        expect(answers(branched, position, days)).toBe(answers(base.timeline, position, days));
        const earlier = Math.floor(position / 2);
        expect(answers(branched, earlier, days)).toBe(answers(base.timeline, earlier, days));
        expect(answers(branched, branched.horizon, days)).toBe(answers(branched, position, days));
      }
    });
  },
  A_DAY,
);

it(
  'a branch holds what replaying the events up to its position gives, and so does a full copy',
  () => {
    const recordings = new Set<string>();
    holds((sample) => {
      const base = new RecordedHistory();
      const time = instant('2020-06-30T12:00:00Z');
      const events = record(base, sample);
      for (const { recording } of events) recordings.add(recording);
      expect(events).toHaveLength(base.position);
      for (const roll of sample.throws) {
        const position = roll % (base.position + 1);
        const replayed = new Timeline();
        events.slice(0, position).forEach(({ type, data, reason }, index) => {
          const origin = { position: (index + 1) as Position, actor: 'registrar', reason };
          replay(replayed, type, data, { ...origin, recordedAt: time, knownAt: time });
        });
        const branched = branch(base.timeline, position);
        expect(withoutTimes(branched)).toEqual(withoutTimes(replayed));
        expect(withoutTimes(fullCopy(base.timeline, position))).toEqual(withoutTimes(replayed));
        expect(timelineSnapshot(branch(branched, position))).toEqual(timelineSnapshot(branched));
      }
    });
    expect([...recordings]).toEqual(
      expect.arrayContaining(['narrowed', 'proposed', 'enacted', 'suspended', 'annulled', 'cancelled']),
    );
  },
  A_DAY,
);

function withoutTimes(timeline: Timeline): unknown {
  const snapshot = timelineSnapshot(timeline) as { log: readonly object[] };
  return { ...snapshot, log: snapshot.log.map((entry) => ({ ...entry, recordedAt: 0, knownAt: 0 })) };
}

it(
  'a branch shows nothing of what its base has decided and not yet recorded',
  () => {
    let looked = 0;
    holds((sample) => {
      const { sets, throws, days } = sample;
      const cut = throws[0]! % sets.length;
      const base = recordedOf(sample, cut);
      const before = branch(base.timeline, base.position);
      const recorded = timelineSnapshot(before);
      const answered = answers(before, before.horizon, days);
      base.timeline.begin();
      if (decideOnly(base, sets.slice(cut, cut + 3))) looked += 1;
      const branched = base.branch();
      for (const timeline of [before, branched.timeline]) {
        expect(timelineSnapshot(timeline)).toEqual(recorded);
        expect(answers(timeline, timeline.horizon, days)).toBe(answered);
      }
      record(branched, sample, cut);
      const later = timelineSnapshot(branched.timeline);
      base.timeline.rollback();
      expect(timelineSnapshot(before)).toEqual(recorded);
      expect(timelineSnapshot(branched.timeline)).toEqual(later);
    });
    expect(looked).toBeGreaterThan(RUNS / 2);
  },
  A_DAY,
);

it(
  'branches and their base do not see what the others record, and come to what full copies come to',
  () => {
    holds((sample) => {
      const { sets, days, throws } = sample;
      const [cut, middle] = throws.map((roll) => roll % sets.length).sort((a, b) => a - b) as [
        number,
        number,
      ];
      const base = recordedOf(sample, cut);
      const start = base.position;
      const [one, other] = [base.branch(), base.branch()];
      const copy = copied(base, start, one.timeline.step);
      const before = timelineSnapshot(base.timeline);
      const answered = answers(base.timeline, start, days);

      // The other goes through the sets in another order.
      const reversed = { ...sample, sets: [...sets.slice(0, cut), ...sets.slice(cut).reverse()] };
      const copyOfOther = copied(base, start, one.timeline.step);
      record(one, sample, cut, middle);
      record(other, reversed, cut);
      expect(timelineSnapshot(base.timeline)).toEqual(before);

      record(base, sample, cut);
      record(one, sample, middle);
      record(copy, sample, cut, middle);
      record(copy, sample, middle);
      record(copyOfOther, reversed, cut);
      expect(timelineSnapshot(one.timeline)).toEqual(timelineSnapshot(copy.timeline));
      expect(timelineSnapshot(other.timeline)).toEqual(timelineSnapshot(copyOfOther.timeline));
      for (const position of [start, (start + one.position) / 2, one.position, one.timeline.horizon]) {
        expect(answers(one.timeline, position, days)).toBe(answers(copy.timeline, position, days));
      }
      expect(answers(one.timeline, start, days)).toBe(answered);
      const alone = recordedOf(sample, cut);
      record(alone, sample, cut);
      expect(timelineSnapshot(base.timeline)).toEqual(timelineSnapshot(alone.timeline));
    });
  },
  A_DAY,
);

it(
  'a branch of a branch goes on where that one was',
  () => {
    holds((sample) => {
      const { sets, days, throws } = sample;
      const [cut, middle] = throws.map((roll) => roll % sets.length).sort((a, b) => a - b) as [
        number,
        number,
      ];
      const base = recordedOf(sample, cut);
      const once = base.branch();
      const { step } = once.timeline;
      record(once, sample, cut, middle);
      record(base, sample, cut);
      const events = Math.round((once.position - Math.floor(once.position)) / step);
      for (const roll of throws.slice(2)) {
        const position = Math.floor(once.position) + step * (roll % (events + 1));
        const [twice, copy] = [once.branch(position), copied(once, position, step)];
        expect(timelineSnapshot(twice.timeline)).toEqual(timelineSnapshot(copy.timeline));
        const before = timelineSnapshot(once.timeline);
        record(twice, sample, middle);
        record(copy, sample, middle);
        expect(timelineSnapshot(twice.timeline)).toEqual(timelineSnapshot(copy.timeline));
        expect(answers(twice.timeline, twice.position, days)).toBe(
          answers(copy.timeline, copy.position, days),
        );
        expect(timelineSnapshot(once.timeline)).toEqual(before);
      }
      const twice = once.branch();
      record(once, sample, middle);
      record(twice, sample, middle);
      expect(timelineSnapshot(twice.timeline)).toEqual(timelineSnapshot(once.timeline));
    });
  },
  A_DAY,
);

it(
  'what is decided in a branch and rolled back leaves nothing',
  () => {
    holds((sample) => {
      const { sets, days, throws } = sample;
      const cut = throws[0]! % sets.length;
      const base = recordedOf(sample, cut);
      const [branched, copy] = [base.branch(), copied(base, base.position, base.branch().timeline.step)];
      const [before, answered] = [
        timelineSnapshot(branched.timeline),
        answers(branched.timeline, branched.position, days),
      ];
      branched.timeline.begin();
      decideOnly(branched, sets.slice(cut, cut + 5));
      const savepoint = branched.timeline.savepoint();
      decideOnly(branched, sets.slice(cut + 5, cut + 10));
      branched.timeline.rollbackTo(savepoint);
      branched.timeline.rollback();
      expect(timelineSnapshot(branched.timeline)).toEqual(before);
      expect(answers(branched.timeline, branched.timeline.horizon, days)).toBe(answered);
      record(branched, sample, cut);
      record(copy, sample, cut);
      expect(timelineSnapshot(branched.timeline)).toEqual(timelineSnapshot(copy.timeline));
    });
  },
  A_DAY,
);
