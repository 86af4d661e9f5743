import { describe, expect, it } from '@jest/globals';
import { LAST_DAY, NO_BEGINNING, NO_END, civilDate, dayAfter, dayOf, type Day } from './civil-date.js';
import {
  contains,
  formatInterval,
  intersect,
  interval,
  lastDay,
  overlaps,
  type Interval,
} from './interval.js';
import { valueOf } from './parsed.js';
import { fc } from '../../../test/property/seeded.js';

const day = (text: string): Day => dayOf(civilDate(text));
const between = (from: Day, to: Day): Interval => valueOf(interval(from, to));

/** Short intervals, so that touching, overlapping and containing ones are all common. */
const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.boolean(), fc.boolean())
  .map(([from, length, begins, ends]) =>
    between(begins ? (from as Day) : NO_BEGINNING, ends ? ((from + length) as Day) : NO_END),
  );
const probes = Array.from({ length: 24 }, (_, index) => (index - 2) as Day);

describe('an interval', () => {
  it.each([
    ['2021-01-01', '2021-01-01', '2021-01-01/2021-01-01'],
    ['2021-01-02', '2021-01-01', '2021-01-02/2021-01-01'],
  ])('cannot go from %s to %s', (from, to, text) => {
    expect(interval(day(from), day(to))).toMatchObject({
      ok: false,
      problem: { code: 'INVALID_INTERVAL', text },
    });
  });

  it('cannot lie beyond an open end', () => {
    expect(interval(NO_END, NO_END)).toMatchObject({ ok: false, problem: { text: 'infinity/infinity' } });
    expect(interval(NO_BEGINNING, NO_BEGINNING)).toMatchObject({
      ok: false,
      problem: { code: 'INVALID_INTERVAL' },
    });
    expect(interval(NO_END, NO_BEGINNING)).toMatchObject({
      ok: false,
      problem: { code: 'INVALID_INTERVAL' },
    });
  });

  it('holds its first day and not the day it ends before', () => {
    const year = between(day('2021-01-01'), day('2022-01-01'));
    expect(contains(year, day('2020-12-31'))).toBe(false);
    expect(contains(year, day('2021-01-01'))).toBe(true);
    expect(contains(year, day('2021-12-31'))).toBe(true);
    expect(contains(year, day('2022-01-01'))).toBe(false);
    expect(lastDay(year)).toBe(day('2021-12-31'));
  });

  it('overlaps another exactly when some day lies in both, and those days are the intersection', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        const shared = probes.filter((probe) => contains(a, probe) && contains(b, probe));
        const both = intersect(a, b);
        expect(overlaps(a, b)).toBe(shared.length > 0);
        expect(probes.filter((probe) => both !== null && contains(both, probe))).toEqual(shared);
        expect(intersect(b, a)).toEqual(both);
      }),
      { numRuns: 1000 },
    );
  });

  it('can last to the end of the calendar', () => {
    const rest = between(day('9999-12-30'), dayAfter(LAST_DAY));
    expect(formatInterval(rest, 'en')).toBe('from 30 December 9999 to 31 December 9999 inclusive');
  });
});

describe('an interval in words', () => {
  it.each([
    [
      day('2020-01-01'),
      day('2021-07-01'),
      'fr.o.m. 1 januari 2020 t.o.m. 30 juni 2021',
      'from 1 January 2020 to 30 June 2021 inclusive',
    ],
    [day('2020-01-01'), NO_END, 'fr.o.m. 1 januari 2020', 'from 1 January 2020'],
    [NO_BEGINNING, day('2021-03-01'), 't.o.m. 28 februari 2021', 'up to and including 28 February 2021'],
    [day('2020-02-29'), day('2020-03-01'), 'den 29 februari 2020', 'on 29 February 2020'],
    [NO_BEGINNING, NO_END, 'alltid', 'always'],
  ])('from day %p to before day %p is "%s", "%s"', (from, to, swedish, english) => {
    expect(formatInterval(between(from, to), 'sv')).toBe(swedish);
    expect(formatInterval(between(from, to), 'en')).toBe(english);
  });
});
