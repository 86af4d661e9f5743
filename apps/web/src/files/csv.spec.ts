import { describe, expect, test } from '@jest/globals';
import { csvOf } from './csv.js';

describe('a table as CSV', () => {
  test('quotes what holds a comma, a quote or a new line', () => {
    expect(csvOf([['a,b', 'say "x"', 'two\nlines', 'plain']])).toBe(
      '\uFEFF"a,b","say ""x""","two\nlines",plain\r\n',
    );
  });

  test('lets no name become a formula', () => {
    expect(csvOf([['=1+1', '@x', '-y', '＝1', ' =1']])).toBe("\uFEFF'=1+1,'@x,'-y,'＝1,' =1\r\n");
  });
});
