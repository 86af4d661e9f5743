import { describe, expect, test } from '@jest/globals';
import { changeOf, draftOf } from './draft.js';
import type { ActedOn } from '../../../fields/picked-unit-facts.js';

const acted: ActedOn = {
  id: 'service',
  name: 'Service',
  type: 'omrade',
  status: 'IN_FORCE',
  placements: [
    { hierarchy: 'line', parent: { id: 'board' } },
    { hierarchy: 'political', parent: null },
  ],
  children: [{ id: 'kitchen', name: 'Kök' }],
};

describe('what is filled in', () => {
  test('is nothing yet while something is missing', () => {
    expect(changeOf(draftOf('TRANSFER', '2030-01-01', ['service']), 'line', acted)).toBeNull();
    expect(changeOf(draftOf('MERGE', '2030-01-01', ['service']), 'line', acted)).toBeNull();
    expect(changeOf(draftOf('SPLIT', '2030-01-01', ['service']), 'line', acted)).toBeNull();
    expect(changeOf(draftOf('DISSOLVE', '2030-01-01', ['service']), 'line', acted)).toBeNull();
  });

  test('is a move in the hierarchy that is shown', () => {
    expect(changeOf(draftOf('TRANSFER', ' 2030 ', ['service'], 'office'), 'political', acted)).toEqual({
      transfer: { on: '2030', unit: 'service', to: 'office', hierarchy: 'political' },
    });
  });

  test('merges into a unit that stands as the first one stood', () => {
    const draft = { ...draftOf('MERGE', '2030', ['service', 'it']), name: 'Stöd' };
    expect(changeOf(draft, 'line', acted)).toEqual({
      merge: {
        on: '2030',
        units: ['service', 'it'],
        into: {
          name: 'Stöd',
          type: 'omrade',
          parent: 'board',
          parents: [{ hierarchy: 'political', parent: null }],
        },
      },
    });
  });

  test('gives the children of what is split to the parts that are named', () => {
    const parts = [
      { name: 'Kost', unit: [], isNew: true },
      { name: '', unit: ['it'], isNew: false },
    ];
    const draft = { ...draftOf('SPLIT', '2030', ['service']), parts };
    const change = changeOf({ ...draft, children: { kitchen: 1 } }, 'line', acted);
    expect(change).toMatchObject({
      split: {
        children: [{ child: 'kitchen', to: 'it' }],
        into: [{ establish: { name: 'Kost' } }, { unit: 'it' }],
      },
    });
  });
});
