import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { importLineSchemaText } from './line-schema.js';

test('the published JSON Schema of a line is the one that the program checks by', () => {
  const published = new URL('../../../docs/reference/import-format.schema.json', import.meta.url);
  expect(readFileSync(published, 'utf8')).toBe(importLineSchemaText());
});
