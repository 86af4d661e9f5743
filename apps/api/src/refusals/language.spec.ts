import { expect, test } from '@jest/globals';
import { languageOf } from './language.js';

test.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['de, fr;q=0.9', 'sv'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
  ['sv-FI, en', 'sv'],
  ['sv;q=0.1, en;q=0.2', 'en'],
  ['en;q=0', 'sv'],
  ['x'.repeat(10_000), 'sv'],
])('%s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
