import { it } from '@jest/globals';
import { compareSets } from './comparison.js';
import { TODAY } from './histories.js';
import { type ChangeLine, type Line } from './lines.js';
import { StructureEngine } from './structure-engine.js';

/** Small histories on which the engine and the model once disagreed; compared on every date and knowledge. */

const on = '2019-06-01';
const establish = (key: string, parent: string | null, codes: Record<string, string> = {}): ChangeLine => ({
  kind: 'establish',
  id: `est-${key}`,
  on,
  unit: { key, name: key, type: 'enhet', parent, codes },
});
const reschedule = (change: string, to: string): Line => ({
  kind: 'reschedule',
  change,
  on: to,
  reason: 'Fel dag.',
});
let recodes = 0;
const recode = (unit: string, day: string, hsa: string): ChangeLine => ({
  kind: 'recode',
  id: `code-${++recodes}`,
  on: day,
  unit,
  codes: { hsa },
});

it.each<[string, Line[][]]>([
  [
    'a change amended twice in one set',
    [
      [establish('r', null), establish('a', 'r')],
      [{ kind: 'dissolve', id: 'd', on: '2020-04-02', unit: 'a', successors: 'none' }],
      [reschedule('d', '2020-04-02'), reschedule('d', '2020-03-31')],
    ],
  ],
  [
    'a window that let a code pass from one unit to another, narrowed to a day after',
    [
      [establish('r', null), establish('a', 'r'), establish('b', 'r', { hsa: '1' }), establish('c', 'r')],
      [{ kind: 'absorb', id: 'm', on: '2020-W14', units: ['b'], into: 'a' }],
      [{ kind: 'recode', on: '2020-04-02', unit: 'c', codes: { hsa: '1' } }],
      [reschedule('m', '2020-04-04')],
    ],
  ],
  [
    'a code that a unit gets later',
    [[establish('a', null)], [{ kind: 'recode', on: '2020-05-16', unit: 'a', codes: { hsa: '1' } }]],
  ],
  [
    'a child that has ended, mapped',
    [
      [establish('r', null), establish('a', 'r'), establish('x', 'a')],
      [{ kind: 'dissolve', on: '2020-01-01', unit: 'x', successors: 'none' }],
      [
        {
          kind: 'merge',
          on: '2020-02-01',
          units: ['a', 'r'],
          into: { key: 'n', name: 'N', type: 'enhet', parent: null },
          children: { x: 'n' },
        },
      ],
    ],
  ],
  [
    'an heir that stood under what ends',
    [
      [establish('r', null), establish('a', 'r'), establish('b', 'a')],
      [{ kind: 'absorb', on: '2020-01-01', units: ['a'], into: 'b' }],
    ],
  ],
  [
    'a window whose reason is taken away by something new',
    [
      [establish('r', null), establish('a', 'r')],
      [{ kind: 'dissolve', on: '2020-01-02', unit: 'a', successors: 'unknown' }],
      [{ kind: 'rename', id: 'n', on: '2020', unit: 'a', name: 'N' }],
      [{ kind: 'reactivate', id: 'b', on: '2020-03-30/2020-04-02', unit: 'a' }],
    ],
  ],
  [
    'a window whose reason is corrected, beside one that keeps its own',
    [
      [
        establish('r', null),
        establish('a', 'r'),
        establish('b', 'a'),
        establish('c', 'r'),
        establish('x', 'b'),
      ],
      [{ kind: 'transfer', id: 't', on: '2020-Q1', unit: 'a', to: 'r', except: ['b'] }],
      [{ kind: 'rename', id: 'n', on: '2020-Q1', unit: 'x', name: 'N' }],
      [
        { kind: 'transfer', on: '2020-03-30', unit: 'b', to: 'c', except: ['x'], exceptTo: 'r' },
        { kind: 'dissolve', id: 'd', on: '2020-03-30', unit: 'x', successors: ['c'] },
      ],
      [
        {
          kind: 'correct',
          change: 'd',
          reason: 'Fel.',
          with: { kind: 'rename', on: '2020-03-30', unit: 'x', name: 'M' },
        },
      ],
    ],
  ],
  [
    'a code set once more within a window in which codes are swapped',
    [
      [establish('a', null, { hsa: '0' }), establish('b', null, { hsa: '5' })],
      [{ kind: 'recode', id: 'w', on: '2020-03-30/2020-04-02', unit: 'a', codes: { hsa: '0' } }],
      [
        { kind: 'recode', on: '2020-03-31', unit: 'b', codes: { hsa: '0' } },
        { kind: 'recode', on: '2020-03-31', unit: 'a', codes: { hsa: '5' } },
      ],
    ],
  ],
  [
    'a split whose child ends within its window',
    [
      [establish('r', null), establish('q', 'r'), establish('p', 'r'), establish('a', 'p')],
      [
        {
          kind: 'split',
          id: 's',
          on: '2020',
          unit: 'p',
          into: [{ key: 'q' }, { key: 'r' }],
          children: { a: 'q' },
        },
      ],
      [{ kind: 'dissolve', id: 'd', on: '2020-06/2020-08', unit: 'a', successors: 'none' }],
    ],
  ],
  [
    'an end and a reactivation that both have to be on one day of their windows',
    [
      [establish('r', null), establish('a', 'r')],
      [{ kind: 'dissolve', id: 'd', on: '2020-07', unit: 'a', successors: 'none' }],
      [{ kind: 'reactivate', id: 'b', on: '2020', unit: 'a' }],
      [{ kind: 'reclassify', on: '2020-07-01', unit: 'a', type: 'stab' }],
    ],
  ],
  [
    'a spin-off before the move of a child that is not dated either, long after another change',
    [
      [
        establish('r', null),
        establish('a', 'r'),
        establish('b', 'r'),
        establish('x', 'a'),
        establish('y', 'a'),
      ],
      [{ kind: 'transfer', on: '2020-01-02', unit: 'y', to: 'b' }],
      [
        {
          kind: 'spinOff',
          id: 's',
          on: '2020',
          unit: 'a',
          into: [{ key: 'n', name: 'N', type: 'enhet', parent: null }],
          children: { x: 'n' },
        },
      ],
      [{ kind: 'transfer', id: 't', on: '2020-Q3', unit: 'x', to: 'r' }],
    ],
  ],
  [
    'codes swapped twice in a year, one swap before the other and both before a code that is taken up later',
    [
      [establish('a', null), establish('b', null, { hsa: '3' })],
      [recode('b', '2021-01-02', '4')],
      [recode('a', '2020', '3'), recode('b', '2020', '4')],
      [recode('b', '2020', '3'), recode('a', '2020', '4')],
    ],
  ],
  [
    'two codes of a year, both of them before a third that lies months before its end',
    [
      [
        establish('a', null, { hsa: '0' }),
        establish('b', null, { hsa: '1' }),
        establish('c', null, { hsa: '2' }),
      ],
      [recode('b', '2020-06/2020-08', '0')],
      [recode('c', '2020', '3'), recode('b', '2020-06/2020-08', '2')],
      [recode('b', '2020', '3'), recode('b', '2020', '3')],
    ],
  ],
  [
    'an end that can move back only together with a code given up before it',
    [
      [establish('a', null, { hsa: '0' }), establish('b', null, { hsa: '2' })],
      [
        { kind: 'dissolve', id: 'd', on: '2020', unit: 'b', successors: 'none' },
        recode('a', '2020-08-01', '2'),
      ],
      [recode('b', '2020', '3'), recode('b', '2020', '2')],
    ],
  ],
  [
    'changes that all have to be months before the end of their windows, after an end and before a beginning',
    [
      [
        establish('a', null, { hsa: '0' }),
        establish('b', null, { hsa: '1' }),
        establish('c', null, { hsa: '2' }),
      ],
      [recode('c', '2020-Q3', '0'), recode('a', '2020', '3')],
      [recode('c', '2020-Q3', '0'), { kind: 'dissolve', id: 'd', on: '2020', unit: 'c', successors: 'none' }],
      [{ kind: 'dissolve', id: 'e', on: '2020', unit: 'b', successors: 'none' }, recode('b', '2020', '0')],
      [{ kind: 'reactivate', on: '2020-05-16', unit: 'c' }],
    ],
  ],
])('%s', (_, sets) => {
  compareSets(sets, new StructureEngine(TODAY));
});
