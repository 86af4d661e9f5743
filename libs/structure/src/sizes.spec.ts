import { describe, expect, it } from '@jest/globals';
import { civilDate, dateOf, dayOf, type Day } from '#temporal';
import { State } from './state.js';
import { difference } from './reads/difference.js';
import { newUnit } from './testing/given.js';
import { largeOrganisation } from './testing/large-organisation.js';
import { day, establish, RecordedHistory, type Line } from './testing/recorded-history.js';

// The bounds are wide, for slow and busy machines; what grows with the square of the size exceeds them all the same.
const LONGEST_TEST = 180_000;
const FIRST = dayOf(civilDate('1700-01-01'));
const dated = (n: number) => dateOf((FIRST + n) as Day);

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

describe('a unit with very many changes', () => {
  it.each([
    { changes: 100_000, order: 'the order of their days', nth: (n: number) => n },
    { changes: 50_000, order: 'the reverse order', nth: (n: number) => 50_001 - n },
  ])(
    'takes $changes in $order',
    ({ changes, nth }) => {
      const history = new RecordedHistory();
      const taken = seconds(() => {
        history.record(establish('a', dated(0)));
        for (let i = 1; i <= changes; i++) {
          const n = nth(i);
          history.record({ kind: 'rename', on: dated(n), unit: 'a', name: `Namn ${n}` });
        }
      });
      const unit = history.unit('a');
      for (const n of [1, 25_000, changes]) {
        expect(State.on(history.timeline, (FIRST + n) as Day).name(unit)).toBe(`Namn ${n}`);
      }
      expect(taken).toBeLessThan(60);
    },
    LONGEST_TEST,
  );
});

describe('a unit with 50,000 children', () => {
  const children = 50_000;

  it(
    'gets them, is changed, is refused to end, and hands them over',
    () => {
      const history = new RecordedHistory();
      const taken = seconds(() => {
        history.record(establish('p', '2010-01-01'));
        for (let n = 0; n < children; n++) history.record(establish(`c${n}`, '2010-01-01', 'p'));
      });
      expect(taken).toBeLessThan(30);

      const when = (line: Line) => {
        let decision!: ReturnType<RecordedHistory['decide']>;
        expect(seconds(() => (decision = history.decide([line])))).toBeLessThan(15);
        return decision;
      };
      const refused = when({ kind: 'dissolve', on: '2020-01-01', unit: 'p', successors: 'none' });
      expect(refused).toMatchObject({ accepted: false, rejections: { length: 50 } });
      when({ kind: 'rename', on: '2020-01-01', unit: 'p', name: 'P 2' });
      when({ kind: 'transfer', on: '2020-01-01', unit: 'c7', to: 'c8' });
      when({ kind: 'replace', on: '2021-01-01', unit: 'p', by: newUnit('q') });
      const state = State.on(history.timeline, day('2021-01-01'));
      expect(state.children(history.unit('q'))).toHaveLength(children - 1);
    },
    LONGEST_TEST,
  );
});

describe('a branch of an organisation of 20,000 units', () => {
  it(
    'costs what is changed in it',
    () => {
      const { timeline, position } = largeOrganisation(20_000);
      const base = new RecordedHistory(timeline, position + 1);
      const branches = Array.from({ length: 200 }, () => base.branch());
      const branched = branches[0]!;
      const taken = seconds(() => {
        for (let n = 0; n < 1000; n++) {
          branched.record({ kind: 'rename', on: '2019-01-01', unit: `hsa:H${n * 17}`, name: `Namn ${n}` });
        }
      });
      expect(taken).toBeLessThan(10);
      expect([...branched.timeline.changedUnits]).toHaveLength(1000);
      for (const other of branches.slice(1)) expect([...other.timeline.changedUnits]).toEqual([]);
      const told = difference(base.on('2020-01-01'), branched.on('2020-01-01'));
      expect(told.renamed).toHaveLength(1000);
    },
    LONGEST_TEST,
  );
});

describe('a name that 20,000 units bear', () => {
  it(
    'costs none of them more than the first',
    () => {
      const history = new RecordedHistory();
      const taken = seconds(() => {
        history.record(establish('top', '2010-01-01'));
        for (let n = 0; n < 20_000; n++) {
          history.record(establish(`p${n}`, '2010-01-01', 'top'));
          history.record(establish(`a${n}`, '2010-01-01', `p${n}`, { name: 'Administration' }));
        }
      });
      expect(taken).toBeLessThan(30);
      const { warnings } = history.decide([
        establish('b', '2010-01-01', 'p19999', { name: 'Administration' }),
      ]);
      expect(warnings).toMatchObject([
        { code: 'NAME_NOT_UNIQUE', units: [expect.anything(), { id: history.unit('a19999').id }] },
      ]);
    },
    LONGEST_TEST,
  );
});
