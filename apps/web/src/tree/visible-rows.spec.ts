import { describe, expect, test } from '@jest/globals';
import { forestOf, idsAbove, unfoldedAtStart } from '../units/unit-forest.js';
import { rowAbove, rowNamed, visibleRows } from './visible-rows.js';

const forest = forestOf([
  { id: 'board', parentId: null, name: 'Board' },
  { id: 'office', parentId: 'board', name: 'Office' },
  { id: 'it', parentId: 'office', name: 'IT' },
  { id: 'committee', parentId: 'board', name: 'Committee' },
  { id: 'lost', parentId: 'not charted', name: 'Lost' },
]);

describe('a tree', () => {
  test('shows what stands under units that are unfolded, and no more', () => {
    expect(visibleRows(forest, new Set(['board'])).map(({ id, level }) => `${level} ${id}`)).toEqual([
      '1 board',
      '2 office',
      '2 committee',
      '1 lost',
    ]);
  });

  test('says of each row which of how many it is and whether it is unfolded', () => {
    const [board, office, committee] = visibleRows(forest, new Set(['board']));
    expect(board).toMatchObject({ place: 1, setSize: 2, isOpen: true });
    expect(office).toMatchObject({ place: 1, setSize: 2, isOpen: false });
    expect(committee).toMatchObject({ place: 2, setSize: 2, isOpen: null });
  });

  test('finds the row over another', () => {
    const rows = visibleRows(forest, new Set(['board', 'office']));
    expect(rows.map((_, index) => rowAbove(rows, index))).toEqual([0, 0, 1, 0, 4]);
    expect(idsAbove(forest, 'it')).toEqual(['board', 'office']);
  });

  test('of few units is unfolded whole', () => {
    expect(unfoldedAtStart(forest)).toEqual(['board', 'office']);
  });

  test('jumps to the next name that begins with what is typed, and round', () => {
    const names = ['Arkiv', 'Bygg', 'Bad', 'Ärenden'];
    expect(rowNamed(names, 0, 'b')).toBe(1);
    expect(rowNamed(names, 1, 'b')).toBe(2);
    expect(rowNamed(names, 2, 'b')).toBe(1);
    expect(rowNamed(names, 1, 'ba')).toBe(2);
    expect(rowNamed(names, 0, 'ä')).toBe(3);
    expect(rowNamed(names, 0, 'x')).toBe(0);
  });
});
