import { describe, expect, test } from '@jest/globals';
import { contentOf } from './content.js';
import { CHANGE_KINDS, emptyDraft, OTHER, type ChangeKind, type Draft } from './draft.js';
import { newPart, type ActedOn, type Part } from './part.js';

const acted: ActedOn = {
  id: 'a',
  type: 'omrade',
  placements: [
    { hierarchy: 'line', parent: { id: 'board' } },
    { hierarchy: 'political', parent: null },
  ],
  children: [
    { id: 'kitchen', name: 'Kök' },
    { id: 'cleaning', name: 'Städ' },
  ],
};

const draft = (kind: ChangeKind, more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(kind, '2030-01-01', ['a']),
  ...more,
});
const part = (name: string, more: Partial<Part> = {}): Part => ({ ...newPart(), name, key: name, ...more });
const placed = { type: 'enhet', parent: null, parents: [] };

describe('what is filled in', () => {
  test.each(CHANGE_KINDS.filter((kind) => !['REACTIVATE', 'REORGANISE'].includes(kind)))(
    'is nothing yet of %s',
    (kind) => {
      expect(contentOf(draft(kind), acted)).toBeNull();
    },
  );

  test.each<[ChangeKind, Partial<Draft>, object]>([
    [
      'ESTABLISH',
      { parts: [part(' Ny ', { type: 'enhet', parent: 'a', codes: [{ scheme: 'hsa', value: ' 1 ' }] })] },
      {
        establish: {
          unit: { name: 'Ny', type: 'enhet', parent: 'a', codes: [{ scheme: 'hsa', value: '1' }] },
        },
      },
    ],
    ['RENAME', { name: 'B' }, { rename: { unit: 'a', name: 'B' } }],
    [
      'RECODE',
      { codes: [{ scheme: 'hsa', value: '' }] },
      { recode: { codes: [{ scheme: 'hsa', value: null }] } },
    ],
    [
      'TRANSFER',
      { to: 'b', except: ['c'], parts: [part('Växel', placed)] },
      {
        transfer: {
          to: 'b',
          hierarchy: 'line',
          except: [{ unit: 'c' }, { establish: { name: 'Växel', type: 'enhet' } }],
        },
      },
    ],
    ['TRANSFER', { to: 'b', top: true }, { transfer: { to: null } }],
    ['DISSOLVE', { succession: 'NONE' }, { dissolve: { succession: 'NONE' } }],
    [
      'MOVE_RESPONSIBILITY',
      { receivers: [{ unit: 'b', share: '12,5' }], what: 'Lön' },
      { moveResponsibility: { to: [{ unit: 'b', share: 0.125 }], what: 'Lön' } },
    ],
    [
      'REORGANISE',
      {
        parts: [part('Ny', placed)],
        lineage: [{ from: 'a', to: 'Ny', relation: 'PART_MOVED_TO', share: '7' }],
      },
      {
        reorganise: {
          ends: ['a'],
          begins: [{ key: 'Ny' }],
          lineage: [{ from: 'a', to: 'Ny', relation: 'PART_MOVED_TO', share: 0.07 }],
        },
      },
    ],
  ])('is a %s of %j', (kind, more, content) => {
    expect(contentOf(draft(kind, more), acted)).toMatchObject(content);
  });

  test('merges into a unit that is, and stands, as the first one', () => {
    const merge = draft('MERGE', { units: ['a', 'it'], parts: [part('Stöd')] });
    expect(contentOf(merge, acted)).toEqual({
      merge: {
        on: '2030-01-01',
        units: ['a', 'it'],
        into: {
          key: 'Stöd',
          name: 'Stöd',
          type: 'omrade',
          parent: 'board',
          parents: [{ hierarchy: 'political', parent: null }],
        },
      },
    });
    expect(contentOf(merge, null)).toBeNull();
  });

  test('gives each child of what is split to the part, or the unit, that is chosen', () => {
    const parts = [part('Öst', placed), part('', { isNew: false, unit: 'it', key: 'second' })];
    const split = draft('SPLIT', { parts, rest: 'second', children: { kitchen: 'Öst' } });
    expect(contentOf(split, acted)).toEqual({
      split: {
        on: '2030-01-01',
        unit: 'a',
        into: [{ establish: { key: 'Öst', name: 'Öst', type: 'enhet', parent: null } }, { unit: 'it' }],
        children: [
          { child: 'kitchen', to: 'Öst' },
          { child: 'cleaning', to: 'it' },
        ],
      },
    });
    expect(contentOf({ ...split, children: { kitchen: OTHER } }, acted)).toBeNull();
  });

  test('needs no date where something is only anticipated', () => {
    expect(contentOf(draft('ANTICIPATE', { on: '', what: 'Ett område' }), acted)).toEqual({
      anticipate: { units: ['a'], what: 'Ett område' },
    });
  });
});

test('new units have ids of their own, ordered by time', () => {
  const keys = Array.from({ length: 50 }, () => newPart().key);
  expect(new Set(keys).size).toBe(50);
  for (const key of keys)
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
