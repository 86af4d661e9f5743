import fc from 'fast-check';
import { expect, it } from '@jest/globals';
import {
  changeDates,
  changesBetween,
  chart,
  decide,
  difference,
  findUnit,
  fork,
  history,
  isPending,
  knownVersion,
  LATEST,
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
import { timelineSnapshot } from '../../libs/structure/src/testing/timeline-snapshot.js';
import { dayOf, textOf } from './calendar.js';
import { histories, play, TODAY } from './histories.js';

const RUNS = Number(process.env['KRONIKA_PROPERTY_RUNS'] ?? 1000) / 10;
const SEED = process.env['KRONIKA_PROPERTY_SEED'];
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
    { numRuns: RUNS, endOnFailure: true, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
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
    if (change === undefined || knownVersion(change) === undefined) return;
    if (isPending(change)) keep(recorded.follow('enact', change.id, options));
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
  let [next, ids] = [position + 1, 0];
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
    if (decision.accepted) next += decision.events.length;
  }
  return next > position + 1;
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

it(
  'a fork answers at its position, and at earlier ones, as its base does',
  () => {
    holds((sample) => {
      const { days, throws } = sample;
      const base = recordedOf(sample);
      for (const roll of throws) {
        const position = roll % (base.position + 1);
        const forked = fork(base.timeline, position);
        expect(answers(forked, position, days)).toBe(answers(base.timeline, position, days));
        const earlier = Math.floor(position / 2);
        expect(answers(forked, earlier, days)).toBe(answers(base.timeline, earlier, days));
        expect(answers(forked, LATEST, days)).toBe(answers(forked, position, days));
      }
    });
  },
  A_DAY,
);

it(
  'a fork holds what replaying the events up to its position gives',
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
        const forked = fork(base.timeline, position);
        const log = forked.log.splice(0);
        forked.log.push(...log.map((entry) => ({ ...entry, recordedAt: time, knownAt: time })));
        expect(timelineSnapshot(forked)).toEqual(timelineSnapshot(replayed));
        expect(timelineSnapshot(fork(forked, position))).toEqual(timelineSnapshot(forked));
      }
    });
    expect([...recordings]).toEqual(
      expect.arrayContaining(['narrowed', 'proposed', 'enacted', 'suspended', 'annulled', 'cancelled']),
    );
  },
  A_DAY,
);

it(
  'a fork shows nothing of what its base has decided and not yet recorded',
  () => {
    let looked = 0;
    holds((sample) => {
      const { sets, throws } = sample;
      const cut = throws[0]! % sets.length;
      const base = recordedOf(sample, cut);
      const recorded = timelineSnapshot(fork(base.timeline, base.position));
      base.timeline.begin();
      if (decideOnly(base, sets.slice(cut, cut + 3))) looked += 1;
      const forked = fork(base.timeline, base.position);
      base.timeline.rollback();
      expect(timelineSnapshot(forked)).toEqual(recorded);
    });
    expect(looked).toBeGreaterThan(RUNS / 2);
  },
  A_DAY,
);

it(
  'a fork and its base do not see what the other records, and decide alike',
  () => {
    holds((sample) => {
      const { sets, days, throws } = sample;
      const cut = throws[0]! % sets.length;
      const base = recordedOf(sample, cut);
      const [start, forked] = [base.position, base.fork()];
      const before = answers(base.timeline, LATEST, days);
      const snapshot = timelineSnapshot(forked.timeline);

      record(forked, sample, cut);
      expect(answers(base.timeline, LATEST, days)).toBe(before);
      record(base, sample, cut);
      expect(timelineSnapshot(fork(forked.timeline, start))).toEqual(snapshot);
      expect(timelineSnapshot(forked.timeline)).toEqual(timelineSnapshot(base.timeline));
    });
  },
  A_DAY,
);
