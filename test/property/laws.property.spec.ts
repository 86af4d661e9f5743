import { expect, it } from '@jest/globals';
import { dayOf, textOf } from './calendar.js';
import { histories, play, TODAY, type Played } from './histories.js';
import { type Line } from './lines.js';
import { type Model } from './model.js';
import { StructureEngine } from './structure-engine.js';
import { fc, runs } from './seeded.js';

const RUNS = runs(1 / 10);
const A_DAY = 24 * 60 * 60 * 1000;

/** Every boundary day of a history, the day before and the day after. */
function daysAround(model: Model): string[] {
  return [
    ...new Set(model.boundaryDays().flatMap((day) => [-1, 0, 1].map((off) => textOf(dayOf(day) + off)))),
  ];
}

function answers(engine: StructureEngine, days: readonly string[], known: number): string {
  return JSON.stringify([
    days.map((at) => [
      engine.chart(at, known, 'line'),
      engine.chart(at, known, 'political'),
      engine.indeterminate(at, known),
    ]),
    // The steps of lineage as a set: a narrowed change gives its own anew, and reads put them in the order of their days.
    engine
      .lineage(known)
      .map((edge) => JSON.stringify(edge))
      .sort(),
  ]);
}

function holds(law: (played: Played, throws: readonly number[]) => void): void {
  fc.assert(
    fc.property(
      histories({ sets: 30 }),
      fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8, size: 'max' }),
      (plan, throws) => law(play(plan), throws),
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
}

function some<T>(list: readonly T[], throws: readonly number[]): T[] {
  return [...new Set(throws.map((roll) => list[roll % list.length]!))];
}

it(
  'an answer at an earlier knowledge never changes',
  () => {
    holds(({ steps, model }, throws) => {
      const engine = new StructureEngine(TODAY);
      const days = some(daysAround(model), throws);
      const given: string[] = [answers(engine, days, 0)];
      for (const { lines } of steps) {
        if (engine.record(lines).accepted) given.push(answers(engine, days, given.length));
      }
      expect(given.map((_, known) => answers(engine, days, known))).toEqual(given);
    });
  },
  A_DAY,
);

it(
  'a refused set leaves everything as it was, and what is recorded is what its events say',
  () => {
    holds(({ steps }, throws) => {
      const engine = new StructureEngine(TODAY);
      const checked = new Set(throws.map((roll) => roll % steps.length));
      steps.forEach(({ lines }, at) => {
        const before = checked.has(at) ? engine.snapshot() : undefined;
        const { accepted } = engine.record(lines);
        if (before === undefined) return;
        if (!accepted) expect(engine.snapshot()).toEqual(before);
        expect(engine.snapshot()).toEqual(engine.replayed([engine.events]).snapshot());
      });
    });
  },
  A_DAY,
);

it(
  'it does not matter in which batches the events are replayed',
  () => {
    holds(({ steps }, throws) => {
      const engine = new StructureEngine(TODAY);
      for (const { lines } of steps) engine.record(lines);
      const { events } = engine;
      const cuts = [0, ...throws.map((roll) => roll % events.length).sort((a, b) => a - b), events.length];
      const batches = cuts.slice(1).map((end, i) => events.slice(cuts[i], end));
      expect(engine.replayed(batches).snapshot()).toEqual(engine.snapshot());
    });
  },
  A_DAY,
);

it(
  'deciding the same a second time has no second effect',
  () => {
    holds(({ steps }) => {
      const engine = new StructureEngine(TODAY);
      for (const { lines } of steps) {
        if (!engine.record(lines).accepted || lines.every((line) => line.id === undefined)) continue;
        const before = engine.events.length;
        expect(engine.record(lines)).toMatchObject({ accepted: false });
        expect(engine.events.length).toBe(before);
      }
    });
  },
  A_DAY,
);

it(
  'a change that is taken back leaves every answer as it was before',
  () => {
    holds(({ steps, model }, throws) => {
      const engine = new StructureEngine(TODAY);
      const days = daysAround(model);
      let known = 0;
      steps.forEach(({ lines }, at) => {
        if (!engine.record(lines).accepted) return;
        known += 1;
        if (!throws.some((roll) => roll % steps.length === at)) return;
        if (lines.some((line) => !('on' in line) || line.kind === 'reschedule')) return;
        const back: Line[] = lines.map(({ id }) => ({
          kind: 'cancel',
          change: id!,
          reason: 'Blev inte av.',
        }));
        if (!engine.record(back).accepted) return;
        known += 1;
        const asked = days.slice(0, 60);
        expect(answers(engine, asked, known)).toBe(answers(engine, asked, known - 2));
      });
    });
  },
  A_DAY,
);

it(
  'no unit stands under itself, on any date',
  () => {
    holds(({ steps, model }, throws) => {
      const engine = new StructureEngine(TODAY);
      let known = 0;
      for (const { lines } of steps) if (engine.record(lines).accepted) known += 1;
      for (const at of daysAround(model)) {
        for (const hierarchy of ['line', 'political']) {
          const rows = new Map(
            engine
              .chart(at, throws[0]! % (known + 1), hierarchy)
              .map(({ key, parentKey }) => [key, parentKey]),
          );
          for (const key of rows.keys()) {
            let steps = 0;
            for (let up = rows.get(key); up != null; up = rows.get(up))
              expect(steps++).toBeLessThan(rows.size);
          }
        }
      }
    });
  },
  A_DAY,
);
