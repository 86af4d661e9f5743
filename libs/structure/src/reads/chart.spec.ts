import { describe, expect, it } from '@jest/globals';
import { RecordedHistory, establish } from '../testing/recorded-history.js';
import { largeOrganisation } from '../testing/large-organisation.js';
import { chart, type ChartOptions } from './chart.js';
import type { Reading } from './reading.js';

function drawn(reading: Reading, options?: ChartOptions): string[] {
  return chart(reading, options).map((box) => `${'  '.repeat(box.depth)}${box.name}`);
}

function region(): RecordedHistory {
  const history = new RecordedHistory();
  history.record(establish('board', '2000-01-01', null, { parents: { political: null } }));
  history.record(establish('service', '2000-01-01', 'board', { parents: { political: 'board' } }));
  history.record(establish('office', '2000-01-01', 'board'));
  history.record(establish('it', '2000-01-01', 'service'));
  history.record(establish('tele', '2000-01-01', 'it', { type: 'function' }));
  return history;
}

describe('the chart', () => {
  it('lists parents before children and siblings by name', () => {
    expect(drawn(region().on('2000-01-01'))).toEqual([
      'BOARD',
      '  OFFICE',
      '  SERVICE',
      '    IT',
      '      TELE',
    ]);
    expect(drawn(region().on('1999-12-31'))).toEqual([]);
  });

  it('moves a subtree with its top, except what is excepted', () => {
    const history = region();
    history.record({ kind: 'transfer', on: '2021-01-01', unit: 'it', to: 'office', except: ['tele'] });
    expect(drawn(history.on('2021-01-01'))).toEqual(['BOARD', '  OFFICE', '    IT', '  SERVICE', '    TELE']);
    expect(drawn(history.on('2020-12-31')).at(-2)).toBe('    IT');
  });

  it('shows a subtree to a depth, with paths that start at the root of the organisation', () => {
    const history = region();
    const options = { root: history.unit('service'), depth: 1 };
    expect(drawn(history.on('2000-01-01'), options)).toEqual(['SERVICE', '  IT']);
    const [service, it] = chart(history.on('2000-01-01'), options);
    expect(service!.parentId).toBe(history.unit('board').id);
    expect(it!.path).toEqual(['board', 'service', 'it'].map((key) => history.unit(key).id));
    expect(drawn(history.on('2000-01-01'), { depth: 0 })).toEqual(['BOARD']);
  });

  it('keeps depth and path when only one type is asked for', () => {
    const history = region();
    const boxes = chart(history.on('2000-01-01'), { type: 'function' });
    expect(boxes.map((box) => [box.name, box.depth, box.path.length])).toEqual([['TELE', 3, 4]]);
  });

  it('shows in another hierarchy only those that take part in it', () => {
    expect(drawn(region().on('2000-01-01'), { hierarchy: 'political' })).toEqual(['BOARD', '  SERVICE']);
    expect(drawn(region().on('2000-01-01'), { hierarchy: 'budget' })).toEqual([]);
  });

  it('shows a parent from the day that a unit under it requires it', () => {
    const history = region();
    history.record(establish('area', '2017', 'office'), establish('part', '2017-06-01', 'area'));
    const expected = ['BOARD', '  OFFICE', '    AREA', '      PART', '  SERVICE', '    IT', '      TELE'];
    expect(drawn(history.on('2017-06-01'))).toEqual(expected);
    expect(drawn(history.on('2017-06-01'), { root: history.unit('office') })).toEqual([
      'OFFICE',
      '  AREA',
      '    PART',
    ]);
    expect(drawn(history.on('2017-05-31'), { root: history.unit('office') })).toEqual(['OFFICE']);
    expect(drawn(history.on('2017-12-31'), { root: history.unit('office') })).toEqual([
      'OFFICE',
      '  AREA',
      '    PART',
    ]);
  });

  it('leaves a unit where it was while its transfer is open, and marks it', () => {
    const history = region();
    history.record({ kind: 'transfer', on: '2021', unit: 'it', to: 'office' });
    const marked = (date: string) =>
      chart(history.on(date))
        .filter((box) => box.indeterminate)
        .map((box) => [box.name, box.above?.name]);
    expect(marked('2020-12-31')).toEqual([]);
    expect(marked('2021-06-30')).toEqual([['IT', 'SERVICE']]);
    expect(marked('2021-12-31')).toEqual([]);
  });

  it('ends where units stand in a ring between two events of one change set', () => {
    const history = new RecordedHistory();
    history.record(establish('a', '2000-01-01'), establish('b', '2000-01-01', 'a'));
    const whole = history.record(
      { kind: 'transfer', on: '2020-01-01', unit: 'a', to: 'b' },
      { kind: 'transfer', on: '2020-01-01', unit: 'b', to: null },
    );
    const inside = chart(history.on('2020-01-01', whole - 1), { root: history.unit('a') });
    expect(inside.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(drawn(history.on('2020-01-01', whole))).toEqual(['B', '  A']);
  });

  it('lets open dates end before units would stand in a ring', () => {
    const history = new RecordedHistory();
    history.record(establish('a', '2000-01-01'), establish('b', '2000-01-01'));
    history.record({ kind: 'transfer', on: '2020', unit: 'a', to: 'b' });
    history.record({ kind: 'transfer', on: '2019/2021', unit: 'a', to: null });
    history.record({ kind: 'transfer', on: '2021-06-01', unit: 'b', to: 'a' });
    expect(drawn(history.on('2021-07-01'))).toEqual(['A', '  B']);
    expect(drawn(history.on('2021-07-01'), { depth: 0 })).toEqual(['A']);
    expect(drawn(history.on('2021-07-01'), { root: history.unit('b') })).toEqual(['B']);
    expect(drawn(history.on('2022-01-01'))).toEqual(['A', '  B']);
  });

  it('answers the same for a position whatever is recorded later', () => {
    const history = region();
    const position = history.position;
    const before = drawn(history.on('2030-01-01'));
    history.record({ kind: 'rename', on: '2001-01-01', unit: 'it', name: 'Renamed' });
    history.record({ kind: 'dissolve', on: '2001-02-01', unit: 'tele', successors: 'none' });
    expect(drawn(history.on('2030-01-01', position))).toEqual(before);
    expect(drawn(history.on('2030-01-01'))).not.toEqual(before);
  });

  it('draws 20,000 units at once', () => {
    const reading = largeOrganisation(20_000);
    chart(reading);
    const started = performance.now();
    const boxes = chart(reading);
    const took = performance.now() - started;
    expect(boxes).toHaveLength(20_000);
    expect(took).toBeLessThan(1_000);
    process.stdout.write(`chart of 20,000 units: ${took.toFixed(0)} ms\n`);
  });
});
