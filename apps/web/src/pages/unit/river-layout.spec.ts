import { describe, expect, test } from '@jest/globals';
import { riverLayout } from './river-layout.js';

const flow = (from: string, to: string, layer: number, share: number | null = null) => ({
  from: { id: from, name: from },
  to: { id: to, name: to },
  layer,
  share,
  inferred: false,
  relation: '',
  words: '',
});

describe('the river of a unit', () => {
  test('has those before it to the left and those after it to the right', () => {
    const { banks } = riverLayout({ id: 'b', name: 'b' }, [flow('a', 'b', -1), flow('b', 'c', 1)]);
    const across = Object.fromEntries(banks.map(({ id, x }) => [id, x]));
    expect(across['a']).toBeLessThan(across['b'] ?? 0);
    expect(across['b']).toBeLessThan(across['c'] ?? 0);
  });

  test('is as wide as the share that went there', () => {
    const { streams } = riverLayout({ id: 'a', name: 'a' }, [flow('a', 'b', 1, 0.8), flow('a', 'c', 1, 0.2)]);
    expect(streams[0]?.width).toBeGreaterThan(streams[1]?.width ?? 0);
  });
});
