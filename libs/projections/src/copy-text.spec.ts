import { describe, expect, it } from '@jest/globals';
import { copyLine, copyNumber, valuesOfCopyLine } from './copy-text.js';

describe('COPY text', () => {
  it('writes null, numbers and special characters as PostgreSQL does', () => {
    expect(copyLine([null, 7, 'a\tb\nc\\d', '\\N', ''])).toBe('\\N\t7\ta\\tb\\nc\\\\d\t\\\\N\t\n');
  });

  it('reads back what it writes', () => {
    const values = [null, '', 'å', '\\N', '\b\t\n\v\f\r\\', '\\t'];
    expect(valuesOfCopyLine(copyLine(values).slice(0, -1))).toEqual(values);
  });

  it.each([
    [0.5, '0.5'],
    [1, '1'],
    [1e-7, '1e-07'],
    [1.5e-10, '1.5e-10'],
  ])('writes the share %p as %s', (share, text) => {
    expect(copyNumber(share)).toBe(text);
  });
});
