import { describe, expect, it } from '@jest/globals';
import { sortNamed } from './names-in-order.js';

function sorted(...names: string[]): string[] {
  return sortNamed(names.map((name, index) => ({ id: String(index), name }))).map(({ name }) => name);
}

describe('names in order', () => {
  it('puts å, ä and ö last, and looks past case and other diacritics', () => {
    expect(sorted('Öl', 'Ärt', 'zebra', 'Ål', 'Éva', 'eva', 'Ask')).toEqual([
      'Ask',
      'eva',
      'Éva',
      'zebra',
      'Ål',
      'Ärt',
      'Öl',
    ]);
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(sorted('Az', 'A\u030Al', 'Ask')).toEqual(['Ask', 'Az', 'A\u030Al']);
  });

  it('settles equal names by id', () => {
    const items = [
      { id: '2', name: 'A' },
      { id: '1', name: 'A' },
    ];
    expect(sortNamed(items).map(({ id }) => id)).toEqual(['1', '2']);
  });
});
