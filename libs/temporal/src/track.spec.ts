import { describe, expect, it } from '@jest/globals';
import { civilDate, dayOf, NO_BEGINNING, NO_END, type Day } from './civil-date.js';
import type { Position } from './position.js';
import { compareMoments, endOfDay, Track, type Fact } from './track.js';

const day = (date: string) => dayOf(civilDate(date));
function fact(value: string, from: Day, more: Partial<Fact<string>> = {}): Fact<string> {
  return {
    value,
    earliest: from,
    latest: from,
    from,
    order: 1,
    seq: 0,
    knownFrom: 1 as Position,
    knownUntil: Infinity,
    change: value,
    ...more,
  };
}
function track(...facts: Fact<string>[]): Track<string> {
  const told = new Track<string>();
  for (const each of facts) told.add(each);
  return told;
}

describe('a track', () => {
  it('says nothing before its first fact, and each fact until the next', () => {
    const names = track(fact('A', day('2010-01-01')), fact('B', day('2020-01-01')));
    const on = (date: string) => names.at(day(date), 1)?.value;
    expect(['2009-12-31', '2010-01-01', '2019-12-31', '2020-01-01', '9999-12-31'].map(on)).toEqual([
      undefined,
      'A',
      'A',
      'B',
      'B',
    ]);
  });

  it('lets what was recorded last win on one day, whenever it was told', () => {
    const on = day('2010-01-01');
    const names = track(
      fact('third', on, { order: 2, seq: 1 }),
      fact('first', on, { order: 1, seq: 5 }),
      fact('second', on, { order: 2 }),
    );
    expect(names.at(on, 1)?.value).toBe('third');
    expect(names.all().map(({ value }) => value)).toEqual(['first', 'second', 'third']);
    expect(names.before({ from: on, order: 2, seq: 1 }, 1)?.value).toBe('second');
    expect(names.after({ from: on, order: 1, seq: 5 }, 1)?.value).toBe('second');
    expect(names.after(endOfDay(on), 1)).toBeUndefined();
  });

  it('knows a fact from the position it was told at until the one it was taken back at', () => {
    const on = day('2010-01-01');
    const names = track(
      fact('A', on, { knownFrom: 2 as Position, knownUntil: 5 }),
      fact('B', on, { knownFrom: 5 as Position }),
    );
    expect([1, 2, 4, 5, 99].map((position) => names.at(on, position)?.value)).toEqual([
      undefined,
      'A',
      'A',
      'B',
      'B',
    ]);
    expect(names.known(4).map(({ value }) => value)).toEqual(['A']);
  });

  it('leaves open what happened some time in a window until its last day', () => {
    const move = fact('B', day('2021-12-31'), { earliest: day('2021-01-01') });
    const names = track(fact('A', day('2010-01-01')), move);
    const open = (date: string) => names.indeterminateAt(day(date), 1);
    expect(open('2020-12-31')).toEqual([]);
    expect(open('2021-01-01')).toEqual([move]);
    expect(open('2021-12-30')).toEqual([move]);
    expect(open('2021-12-31')).toEqual([]);
    expect(names.at(day('2021-12-30'), 1)?.value).toBe('A');
    expect(names.at(day('2021-12-31'), 1)?.value).toBe('B');
    expect(names.indeterminateAt(day('2021-06-01'), 0)).toEqual([]);
  });

  it('reaches to the open ends of time', () => {
    const names = track(
      fact('always', day('2000-01-01'), { earliest: NO_BEGINNING }),
      fact('some day', NO_END, { earliest: day('2030-01-01') }),
    );
    expect(names.at(day('9999-12-31'), 1)?.value).toBe('always');
    expect(names.at(NO_END, 1)?.value).toBe('some day');
    expect(names.indeterminateAt(day('0001-01-01'), 1).map(({ value }) => value)).toEqual(['always']);
    expect(names.indeterminateAt(day('9999-12-31'), 1).map(({ value }) => value)).toEqual(['some day']);
  });

  it('finds its way among many facts, known or not', () => {
    const names = new Track<string>();
    for (let i = 0; i < 1000; i++) {
      names.add(fact(`n${i}`, (i * 2) as Day, { knownUntil: i % 10 === 0 ? Infinity : 2, order: i + 1 }));
    }
    expect(names.at(1001 as Day, 1)?.value).toBe('n500');
    expect(names.at(1001 as Day, 2)?.value).toBe('n500');
    expect(names.at(1015 as Day, 1)?.value).toBe('n507');
    expect(names.at(1015 as Day, 2)?.value).toBe('n500');
    expect(names.at(-1 as Day, 2)).toBeUndefined();
  });
});

describe('moments', () => {
  it('stand in the order of day, recording and place within the change', () => {
    const moment = (from: number, order: number, seq: number) => ({ from: from as Day, order, seq });
    const sorted = [
      moment(-Infinity, 9, 9),
      moment(1, 2, 0),
      moment(1, 2, 1),
      moment(1, 3, 0),
      moment(2, 1, 0),
    ];
    expect(sorted.toReversed().sort(compareMoments)).toEqual(sorted);
    expect(compareMoments(moment(Infinity, 1, 1), moment(Infinity, 1, 1))).toBe(0);
  });

  it('stays marked to the end of its window also where it has to hold earlier', () => {
    const track = new Track<string>();
    track.add(fact('B', day('2017-06-01'), { earliest: day('2017-01-01'), latest: day('2017-12-31') }));
    expect(track.at(day('2017-07-01'), 1)?.value).toBe('B');
    expect(track.indeterminateAt(day('2017-07-01'), 1)).toHaveLength(1);
    expect(track.indeterminateAt(day('2017-12-31'), 1)).toHaveLength(0);
  });
});
