import { describe, expect, it } from '@jest/globals';
import type { Day } from './civil-date.js';
import type { Position } from './position.js';
import { compareMoments, endOfDay, Track, type Fact, type Moment } from './track.js';
import { fc } from '../../../test/property/seeded.js';

const day = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(-Infinity, Infinity) },
) as fc.Arbitrary<Day>;
const place = fc.record({ from: day, order: fc.integer({ min: 1, max: 6 }), seq: fc.nat(2) });
const told = fc.record({
  moment: place,
  early: fc.nat(4),
  late: fc.nat(2),
  value: fc.nat(9),
  knownFrom: fc.integer({ min: 1, max: 9 }),
  lasts: fc.option(fc.integer({ min: 1, max: 5 })),
});

/** Facts told in any order; no two known at one position apply at the same moment. */
const history = fc.uniqueArray(told, {
  maxLength: 60,
  selector: ({ moment }) => `${moment.from} ${moment.order} ${moment.seq}`,
});

function factOf({
  moment,
  early,
  late,
  value,
  knownFrom,
  lasts,
}: typeof told extends fc.Arbitrary<infer T> ? T : never): Fact<number> {
  return {
    value,
    ...moment,
    earliest: (moment.from - early) as Day,
    latest: (moment.from + late) as Day,
    knownFrom: knownFrom as Position,
    knownUntil: lasts === null ? Infinity : knownFrom + lasts,
    change: `${moment.from} ${moment.order}`,
  };
}

/** The definition: filter what is known, sort by moment, take the last or the first. */
class Naive {
  constructor(private readonly facts: readonly Fact<number>[]) {}
  known(position: number): Fact<number>[] {
    return this.facts
      .filter((fact) => fact.knownFrom <= position && position < fact.knownUntil)
      .sort(compareMoments);
  }
  at(at: Day, position: number) {
    return this.known(position).findLast((fact) => fact.from <= at);
  }
  before(moment: Moment, position: number) {
    return this.known(position).findLast((fact) => compareMoments(fact, moment) < 0);
  }
  after(moment: Moment, position: number) {
    return this.known(position).find((fact) => compareMoments(fact, moment) > 0);
  }
  indeterminateAt(at: Day, position: number) {
    return this.known(position).filter((fact) => fact.earliest <= at && at < fact.latest);
  }
}

describe('a track', () => {
  it('answers as a filtered and sorted list does, in whatever order its facts were told', () => {
    fc.assert(
      fc.property(history, day, place, fc.integer({ min: 0, max: 15 }), (tellings, at, moment, position) => {
        const facts = tellings.map(factOf);
        const track = new Track<number>();
        for (const fact of facts) track.add(fact);
        const naive = new Naive(facts);
        expect(track.at(at, position)).toBe(naive.at(at, position));
        expect(track.before(moment, position)).toBe(naive.before(moment, position));
        expect(track.after(moment, position)).toBe(naive.after(moment, position));
        expect(track.known(position)).toEqual(naive.known(position));
        expect(track.at(at, position)).toBe(naive.before(endOfDay(at), position));
        expect(track.indeterminateAt(at, position).toSorted(compareMoments)).toEqual(
          naive.indeterminateAt(at, position),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('forgets what is taken back, in the reverse of the order in which it was told', () => {
    fc.assert(
      fc.property(history, history, (kept, takenBack) => {
        const track = new Track<number>();
        for (const telling of kept) track.add(factOf(telling));
        const before = [...track.all()];
        const imprecise = [...track.imprecise(Number.MAX_SAFE_INTEGER)];
        const later = takenBack.map(factOf);
        for (const fact of later) track.add(fact);
        for (const fact of later.toReversed()) track.remove(fact);
        expect(track.all()).toEqual(before);
        expect(track.imprecise(Number.MAX_SAFE_INTEGER)).toEqual(imprecise);
      }),
    );
  });
});
