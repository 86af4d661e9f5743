import { expect, it } from '@jest/globals';
import { histories, play, TODAY, type Played } from './histories.js';
import { type Line } from './lines.js';
import { Model } from './model.js';
import { fc } from './seeded.js';

const played: Played[] = fc
  .sample(histories({ sets: 30 }), { numRuns: 100, seed: 42 })
  .map((plan) => play(plan));
const steps = played.flatMap((history) => history.steps.slice(1));

function replayed(sets: readonly (readonly Line[])[]): Model {
  const model = new Model({ today: TODAY });
  for (const set of sets) model.record(set);
  return model;
}

it('about two of three random change sets can be recorded', () => {
  const share = steps.filter(({ verdict }) => verdict.accepted).length / steps.length;
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.75);
});

it('every kind of change and amendment is recorded, and refused, many times', () => {
  const kinds = [
    'establish',
    'rename',
    'reclassify',
    'recode',
    'transfer',
    'merge',
    'absorb',
    'split',
    'spinOff',
  ];
  kinds.push(
    'replace',
    'dissolve',
    'reactivate',
    'reorganise',
    'moveResponsibility',
    'correct',
    'reschedule',
    'cancel',
  );
  const count = (kind: string, accepted: boolean): number =>
    steps.filter(
      ({ lines, verdict }) => verdict.accepted === accepted && lines.some((line) => line.kind === kind),
    ).length;
  for (const kind of kinds) {
    expect([kind, count(kind, true) > 15]).toEqual([kind, true]);
    expect([kind, count(kind, false) > 15]).toEqual([kind, true]);
  }
});

it('some records hold only on some choices of days', () => {
  expect(steps.filter(({ verdict }) => verdict.accepted && verdict.flagged).length).toBeGreaterThan(10);
});

it('a plan always gives the same history', () => {
  const [plan] = fc.sample(histories({ sets: 20 }), { numRuns: 1, seed: 7 });
  expect(plan && play(plan).steps).toEqual(plan && play(plan).steps);
});

it('an answer at an earlier knowledge never changes', () => {
  const at = ['2019-06-01', '2020-03-31', '2020-07-02', '2021-06-01'];
  for (const { steps: made } of played.slice(0, 20)) {
    const sets = made.map(({ lines }) => lines);
    const half = Math.floor(sets.length / 2);
    const [short, long] = [sets.slice(0, half), sets].map((some) => replayed(some));
    for (const date of at) expect(long?.chart(date, short?.known)).toEqual(short?.chart(date));
  }
});
