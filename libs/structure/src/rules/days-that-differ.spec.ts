import { describe, expect, it } from '@jest/globals';
import { dateOf } from '#temporal';
import { day, establish, RecordedHistory } from '../testing/recorded-history.js';
import { DaysThatDiffer } from './days-that-differ.js';

const rename = (on: string) => ({ kind: 'rename', on, unit: 'a', name: on });

describe('the days that a search chooses among', () => {
  const history = new RecordedHistory();
  history.record(establish('a', '2019-01-01'), rename('2020-03-15'), rename('2020'), rename('2020-Q2'));
  const days = new DaysThatDiffer(history.timeline, [history.unit('a')]);
  const latestBy = (date: string) => dateOf(days.latestBy(day(date)));

  it('are those on which something applies, or a window begins or ends', () => {
    const fixed = ['2019-01-01', '2020-01-01', '2020-03-15', '2020-04-01', '2020-06-30', '2020-12-31'];
    expect(fixed.map(latestBy)).toEqual(fixed);
  });

  it('and before each as many as there are windows that cover the days before it', () => {
    expect(['2020-12-30', '2020-12-29', '2020-07-01'].map(latestBy)).toEqual([
      '2020-12-30',
      '2020-06-30',
      '2020-06-30',
    ]);
    expect(['2020-06-29', '2020-06-28', '2020-06-27'].map(latestBy)).toEqual([
      '2020-06-29',
      '2020-06-28',
      '2020-04-01',
    ]);
    expect(latestBy('2019-12-31')).toBe('2019-01-01');
  });

  it('and all where nothing is fixed before or after', () => {
    expect(latestBy('2018-05-05')).toBe('2018-05-05');
    expect(latestBy('2022-05-05')).toBe('2022-05-05');
  });
});
