import { describe, expect, it } from '@jest/globals';
import { establish, type Line } from '../../structure/src/testing/recorded-history.js';
import { formatDecimal, type SeriesPoint } from './index.js';
import { MeasuredHistory } from './testing/measured-history.js';
import { fc, runs } from '../../../test/property/seeded.js';

const RUNS = runs(1 / 25);

/** Units stand below the one of a smaller number that `parents` names; changes pick units by any number. */
interface World {
  readonly parents: readonly number[];
  readonly changes: readonly { readonly kind: Change; readonly a: number; readonly b: number }[];
}
type Change = 'transfer' | 'merge' | 'absorb' | 'replace' | 'part' | 'found' | 'close';

const worlds: fc.Arbitrary<World> = fc.record({
  parents: fc.array(fc.nat(), { minLength: 3, maxLength: 7 }),
  changes: fc.array(
    fc.record({
      kind: fc.constantFrom<Change>('transfer', 'merge', 'absorb', 'replace', 'part', 'found', 'close'),
      a: fc.nat(),
      b: fc.nat(),
    }),
    { maxLength: 6 },
  ),
});

const yearOf = (step: number) => String(2010 + step);
const midOf = (step: number) => `${yearOf(step)}-07-01`;
const FIRST_VALUE = 4096;

/**
 * What every unit does itself stays the same but for what changes hand on, so that on each date a unit's figure is
 * known without any restating: it is what the units under it do, added up.
 */
class Simulation {
  readonly history: MeasuredHistory;
  private readonly own = new Map<string, number>();
  private tried = 0;
  /** By step, then by unit. */
  readonly figures: Map<string, number>[] = [];

  constructor(
    world: World,
    private readonly kinds: readonly Change[],
  ) {
    const keys = world.parents.map((_, i) => `u${i}`);
    this.history = new MeasuredHistory(
      ...keys.map((key, i) => {
        const parent = i === 0 ? null : keys[world.parents[i]! % i]!;
        return establish(key, '2000-01-01', parent);
      }),
    );
    for (const [i, key] of keys.entries()) this.own.set(key, FIRST_VALUE * (i + 1));
    this.count();
    for (const change of world.changes) this.apply(change);
    for (const [step, figures] of this.figures.entries()) {
      const values = Object.fromEntries([...figures].map(([key, value]) => [key, String(value)]));
      this.history.measure('fte', { [midOf(step)]: values });
    }
  }

  private apply({ kind, a, b }: World['changes'][number]): void {
    if (!this.kinds.includes(kind)) return;
    const standing = this.standing();
    if (standing.length === 0) return;
    const [one, other] = [standing[a % standing.length]!, standing[b % standing.length]!];
    const on = `${yearOf(this.figures.length)}-01-01`;
    const key = `n${(this.tried += 1)}`;
    const unit = { key, name: key, type: 'unit', parent: other };
    const given = this.own.get(one) ?? 0;
    const lines: Record<Change, Line> = {
      transfer: { kind, unit: one, to: other },
      merge: { kind, units: [one, other], into: { ...unit, parent: standing[0]! } },
      absorb: { kind, units: [one], into: other },
      replace: { kind, unit: one, by: unit },
      part: {
        kind: 'reorganise',
        lineage: [{ from: one, to: other, relation: 'partMovedTo', share: 0.5 }],
      },
      found: { kind: 'establish', unit },
      close: { kind: 'dissolve', unit: one, successors: 'none' },
    };
    const { structure } = this.history;
    if (!structure.decide([{ ...lines[kind], on }]).accepted) return;
    const take = (from: string, to: string, value: number) => {
      this.own.set(from, (this.own.get(from) ?? 0) - value);
      this.own.set(to, (this.own.get(to) ?? 0) + value);
    };
    if (kind === 'merge') take(other, key, this.own.get(other) ?? 0);
    if (kind === 'merge' || kind === 'replace') take(one, key, given);
    if (kind === 'absorb') take(one, other, given);
    if (kind === 'part') take(one, other, given / 2);
    this.count();
  }

  standing(step = this.figures.length): string[] {
    const on = this.history.structure.on(midOf(step));
    return [...this.own.keys()].filter(
      (key) => this.history.structure.unit(key).existence.at(on.at, on.position)?.value === true,
    );
  }

  private count(): void {
    const step = this.figures.length;
    const standing = this.standing(step);
    const { structure } = this.history;
    const { at, position } = structure.on(midOf(step));
    const parentOf = (key: string) => {
      const parent = structure.unit(key).parents.get('line')?.at(at, position)?.value;
      return standing.find((other) => structure.unit(other).pointer === parent);
    };
    const figures = new Map(standing.map((key) => [key, 0]));
    for (const key of standing) {
      for (let up: string | undefined = key; up !== undefined; up = parentOf(up)) {
        figures.set(up, figures.get(up)! + (this.own.get(key) ?? 0));
      }
    }
    this.figures.push(figures);
  }
}

/** Every point of every unit's series onto every date, with that date's own figure of the unit. */
function* points(simulation: Simulation): Generator<{ point: SeriesPoint; expected: number }> {
  for (const [step, figures] of simulation.figures.entries()) {
    for (const [key, expected] of figures) {
      for (const point of simulation.history.series(key, midOf(step)).points) yield { point, expected };
    }
  }
}
const ALL: readonly Change[] = ['transfer', 'merge', 'absorb', 'replace', 'part'];

describe('restating', () => {
  it('onto the perimeter of the same date is the identity', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const simulation = new Simulation(world, [...ALL, 'found', 'close']);
        for (const [step, figures] of simulation.figures.entries()) {
          for (const [key, value] of figures) {
            const { points } = simulation.history.series(key, midOf(step));
            const same = points.find(({ period }) => period === midOf(step))!;
            expect(same).toMatchObject({
              likeForLike: true,
              joined: [],
              left: [],
              gaps: [],
              byShares: false,
            });
            expect(formatDecimal(same.restated!)).toBe(String(value));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the figure of the date itself, where what every unit does is only handed on', () => {
    let restated = 0;
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { point, expected } of points(new Simulation(world, ALL))) {
          if (point.restated === null) continue;
          restated += 1;
          expect(Number(formatDecimal(point.restated))).toBe(expected);
        }
      }),
      { numRuns: RUNS },
    );
    expect(restated).toBeGreaterThan(RUNS);
  });

  it('knows everything where the date is not before the period, and all shares are recorded', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const simulation = new Simulation(world, ALL);
        for (const [step, figures] of simulation.figures.entries()) {
          for (const [key, value] of figures) {
            for (const point of simulation.history.series(key, midOf(step)).points) {
              if (point.period > midOf(step)) continue;
              expect(point.gaps).toEqual([]);
              expect(Number(formatDecimal(point.restated!))).toBe(value);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('calls like for like only what is the figure of the date itself, where all is only handed on', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { point, expected } of points(new Simulation(world, ALL))) {
          if (point.amount === null || point.likeForLike !== true) continue;
          expect(Number(formatDecimal(point.amount))).toBe(expected);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
