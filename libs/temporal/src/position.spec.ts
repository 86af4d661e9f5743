import { describe, expect, it } from '@jest/globals';
import { STILL, position } from './position.js';

describe('a position', () => {
  it.each([0, 1, 42, Number.MAX_SAFE_INTEGER])('can be %p', (value) => {
    expect(position(value)).toEqual({ ok: true, value });
  });

  it('is never a negative zero, which is not the same as 0 to a map', () => {
    const parsed = position(-0);
    expect(parsed.ok && Object.is(parsed.value, 0)).toBe(true);
  });

  it.each([-1, 0.5, NaN, Infinity, -Infinity, 2 ** 53, 1e300])('cannot be %p', (value) => {
    const parsed = position(value);
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'INVALID_POSITION', text: String(value) } });
    if (!parsed.ok) expect(parsed.problem.message.en).toContain('whole number');
  });

  it('comes before still', () => {
    expect(Number.MAX_SAFE_INTEGER).toBeLessThan(STILL);
  });
});
