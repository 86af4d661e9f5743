import { describe, expect, test } from '@jest/globals';
import { readViewState, START, writeViewState } from './view-state.js';

const read = (text: string) => readViewState(new URLSearchParams(text));

describe('the address', () => {
  test('without anything is today, all that is known, what is in force', () => {
    expect(read('').state).toEqual(START);
    expect(writeViewState(START).toString()).toBe('');
  });

  test('says everything that is chosen, and reads it back', () => {
    const state = {
      ...START,
      at: '2022-01-01',
      known: '2026-11-01T10:00:00Z',
      standing: 'proposed',
      compare: '2020-12-31',
      view: 'chart',
      unit: 'it-tele',
      why: true,
      open: ['rf', 'rs'],
    } as const;
    const text = writeViewState(state).toString();
    expect(text).toBe(
      'at=2022-01-01&known=2026-11-01T10%3A00%3A00Z&standing=proposed&compare=2020-12-31&view=chart&unit=it-tele&why=1&open=rf%2Crs',
    );
    expect(read(text)).toEqual({ state, bad: [] });
  });

  test('tells nothing unfolded from nothing said of it', () => {
    expect(writeViewState({ ...START, open: [] }).toString()).toBe('open=none');
    expect(read('open=none').state.open).toEqual([]);
    expect(read('').state.open).toBeNull();
  });

  test.each([
    ['at=2022-02-30', 'at', '2022-02-30'],
    ['at=yesterday', 'at', 'yesterday'],
    ['known=2022-01-01T10:00', 'known', '2022-01-01T10:00'],
    ['standing=maybe', 'standing', 'maybe'],
    ['view=globe', 'view', 'globe'],
  ])('tells of %s and goes on without it', (text, name, value) => {
    expect(read(text)).toEqual({ state: START, bad: [{ name, value }] });
  });
});
