import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';

const built = join(import.meta.dirname, '../../dist/web');
const LIMIT = 250_000;

/** The names of the scripts that some script cannot begin without, itself among them. */
function withImports(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  const script = readFileSync(join(built, 'assets', name), 'utf8');
  for (const [, file = ''] of script.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    withImports(file, known);
  return known;
}

const packed = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(built, 'assets', name))).length, 0);

const page = readFileSync(join(built, 'index.html'), 'utf8');
const entry = basename(/<script[^>]+src="([^"]+)"/.exec(page)?.[1] ?? '');
const first = withImports(entry);

describe('the script that a browser loads first', () => {
  test('is at most 250 kB, packed', () => {
    expect(first.size).toBeGreaterThan(1);
    expect(packed(first)).toBeLessThan(LIMIT);
  });

  test('is at most 250 kB with what the page of an organisation needs', () => {
    const script = readFileSync(join(built, 'assets', entry), 'utf8');
    const organisation = /organisation-page-[\w-]+\.js/.exec(script)?.[0];
    if (organisation === undefined)
      throw new Error('The page of an organisation is not a script of its own.');
    expect(packed(withImports(organisation, new Set(first)))).toBeLessThan(LIMIT);
  });

  test('has none of what is loaded when somebody asks for it', () => {
    expect([...first].filter((name) => /xlsx|chart|-page-/.test(name))).toEqual([]);
  });
});
