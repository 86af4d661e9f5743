import { describe, expect, it } from '@jest/globals';
import { sqlDate } from '#temporal';
import { whenHappened } from './happened.js';
import { assignment } from './kinds/index.js';
import { RecordedDecisions } from './testing/recorded-decisions.js';

/** Something recorded on 2023-02-10, with something else recorded around it. */
function happened(written: string | undefined, mayBePlanned = false) {
  const line = (title: string) => ({ kind: 'assignment', title, to: ['regionkontoret'] });
  const recorded = new RecordedDecisions()
    .record('2023-02-09', line('before'))
    .record('2023-02-10', line('it'))
    .record('2023-02-11', line('after'));
  const known = recorded.register
    .known(assignment, recorded.position)
    .find(({ payload }) => payload.title === 'it')!;
  const when = whenHappened(recorded.register, known, written, mayBePlanned);
  return [when.written, sqlDate(when.earliest), sqlDate(when.latest)];
}

describe('when something happened', () => {
  it('is the day that it is dated', () => {
    expect(happened('2023-01-20')).toEqual(['2023-01-20', '2023-01-20', '2023-01-20']);
  });

  it('is within the window of its date', () => {
    expect(happened('2023-01')).toEqual(['2023-01', '2023-01-01', '2023-01-31']);
  });

  it('is at the latest the day on which it was recorded, if its window goes on after that', () => {
    expect(happened('2023')).toEqual(['2023', '2023-01-01', '2023-02-10']);
    expect(happened('2022-09/..')).toEqual(['2022-09/..', '2022-09-01', '2023-02-10']);
  });

  it('is within its window still where it may be planned ahead, or lies wholly ahead', () => {
    expect(happened('2023', true)).toEqual(['2023', '2023-01-01', '2023-12-31']);
    expect(happened('2024')).toEqual(['2024', '2024-01-01', '2024-12-31']);
  });

  it('is the day on which it was first recorded, where it is undated', () => {
    expect(happened(undefined)).toEqual([null, '2023-02-10', '2023-02-10']);
  });

  it('is never, where it is undated and not in the ledger', () => {
    const recorded = new RecordedDecisions();
    const when = whenHappened(recorded.register, { first: 1 as never }, undefined);
    expect(sqlDate(when.latest)).toBe('infinity');
  });
});
