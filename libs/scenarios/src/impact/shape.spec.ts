import { describe, expect, it } from '@jest/globals';
import { planned, REGION, stands, transfer, type Line } from './testing/planned.js';
import { shapeOf } from './shape.js';

const ON = '2026-01-01';
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe('the shape of an organisation', () => {
  it('has layers, depth and span of control, before and after', () => {
    const { shape } = planned({ base: REGION, scenario: [transfer('it', 'drift')] });
    expect(shape).toMatchObject({
      before: {
        units: 8,
        depth: 3,
        layers: [1, 2, 2, 3],
        span: { min: 1, median: '1', max: 2, mean: '1.4' },
        singleChild: 3,
      },
      after: {
        units: 8,
        depth: 4,
        layers: [1, 2, 2, 2, 1],
        span: { min: 1, median: '1', max: 2, mean: '1.2' },
        singleChild: 5,
      },
    });
    expect([names(shape.chainsBegun), names(shape.chainsEnded)]).toEqual([['DRIFT', 'KONTORET'], []]);
  });

  it('loses a chain when another unit comes beside the only one, or the only one ends', () => {
    const besides = {
      kind: 'establish',
      on: ON,
      unit: { key: 'ny', name: 'NY', type: 'x', parent: 'service' },
    };
    const ends = { kind: 'dissolve', on: ON, unit: 'drift', successors: 'none' };
    const chains = (line: Line) => names(planned({ base: REGION, scenario: [line] }).shape.chainsEnded);
    expect([chains(besides), chains(ends)]).toEqual([['SERVICE'], ['SERVICE']]);
  });

  it('is that of a subtree where the scenario has a top', () => {
    const base = [...REGION, stands('natt', 'enhet', 'it')];
    const { shape } = planned({ base, scenario: [transfer('natt', 'drift')], root: 'kontoret' });
    expect([shape.before, shape.after]).toEqual([
      {
        units: 4,
        depth: 2,
        layers: [1, 2, 1],
        span: { min: 1, median: '1.5', max: 2, mean: '1.5' },
        singleChild: 1,
      },
      {
        units: 3,
        depth: 1,
        layers: [1, 2],
        span: { min: 2, median: '2', max: 2, mean: '2.0' },
        singleChild: 0,
      },
    ]);
  });

  it('is nothing where the top ends', () => {
    const merge = {
      kind: 'merge',
      on: ON,
      units: ['it', 'hr'],
      into: { key: 'ny', name: 'NY', type: 'avdelning', parent: 'kontoret' },
    };
    const base = [...REGION, stands('natt', 'enhet', 'it')];
    const { after } = planned({ base, scenario: [merge], root: 'it' }).shape;
    expect(after).toEqual({ units: 0, depth: null, layers: [], span: null, singleChild: 0 });
  });

  it('has a mean span rounded to one decimal and a median between the middle two', () => {
    const spans = new Map([
      [1, 1],
      [2, 1],
      [3, 1],
      [8, 3],
    ]);
    expect(shapeOf({ levels: [1], spans }).span).toEqual({ min: 1, median: '5.5', max: 8, mean: '5.0' });
    expect(
      shapeOf({
        levels: [1],
        spans: new Map([
          [1, 3],
          [2, 1],
        ]),
      }).span?.mean,
    ).toBe('1.3');
  });
});
