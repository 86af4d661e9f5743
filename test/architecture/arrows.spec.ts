import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

/** Which libraries each library may import; every app may import all of them and no other app but what is named. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  temporal: [],
  structure: ['temporal'],
  records: ['temporal', 'structure'],
  governance: ['temporal', 'structure', 'records'],
  measures: ['temporal', 'structure', 'records'],
  database: [],
  ledger: ['temporal'],
  projections: ['temporal', 'structure', 'ledger', 'database'],
  scenarios: ['temporal', 'structure', 'records', 'governance', 'measures', 'ledger'],
  chronicle: ['temporal', 'structure', 'records', 'governance', 'measures', 'ledger', 'scenarios'],
  interchange: [
    'temporal',
    'structure',
    'records',
    'governance',
    'measures',
    'ledger',
    'scenarios',
    'chronicle',
  ],
};

/** Packages that a pure library may use. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  temporal: [],
  structure: ['zod'],
  records: ['zod'],
  governance: ['zod'],
  measures: ['zod'],
};

const project = fileURLToPath(new URL('../..', import.meta.url));

interface Import {
  readonly file: string;
  readonly from: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file));
}

function importsIn(folder: string, withTests: boolean): Import[] {
  return sourceFiles(folder)
    .filter((file) => withTests || !/\.(spec|contract)\.ts$|\/testing\//.test(file))
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(project, file), 'utf8'))
        .importedFiles.map(({ fileName }) => ({ file, from: fileName })),
    );
}

describe('the arrows between libraries', () => {
  test.each(Object.entries(ARROWS))('%s imports only what it may', (lib, allowed) => {
    const imports = importsIn(join('libs', lib, 'src'), false);
    expect(imports.length).toBeGreaterThan(0);
    const wrong = imports.filter(({ from }) => from.startsWith('#') && !allowed.includes(from.slice(1)));
    expect(wrong).toEqual([]);
  });

  test('every library is in the picture', () => {
    const libraries = readdirSync(join(project, 'libs')).sort();
    expect(Object.keys(ARROWS).sort()).toEqual(libraries);
  });

  test.each(Object.entries(PURE))(
    '%s is pure: no framework, no driver, no input or output',
    (lib, packages) => {
      const imports = importsIn(join('libs', lib, 'src'), false);
      const wrong = imports.filter(
        ({ from }) => !from.startsWith('.') && !from.startsWith('#') && !packages.includes(from),
      );
      expect(wrong).toEqual([]);
    },
  );

  test("the ledger's maths take nothing but hashing from outside", () => {
    const maths = ['canonical-json.ts', 'chain.ts', 'verify-chain.ts'].map((file) =>
      join('libs/ledger/src', file),
    );
    const imports = importsIn('libs/ledger/src', false).filter(({ file }) => maths.includes(file));
    expect(new Set(imports.map(({ file }) => file)).size).toBeGreaterThan(0);
    const wrong = imports.filter(
      ({ from }) => !from.startsWith('.') && from !== 'node:crypto' && from !== '#temporal',
    );
    expect(wrong).toEqual([]);
  });

  test('libraries are entered through their index, and never import an app', () => {
    const deep = importsIn('libs', true).filter(
      ({ file, from }) =>
        from.startsWith('.') &&
        !join(file, '..', from).startsWith(file.split('/').slice(0, 2).join('/')) &&
        !join(file, '..', from).startsWith('test/') &&
        !((file.endsWith('.spec.ts') || file.includes('/testing/')) && from.includes('/src/testing/')) &&
        !join(file, '..', from).startsWith('migrations'),
    );
    expect(deep).toEqual([]);
    const intoLibs = importsIn('apps', false).filter(({ from }) => /(^|\/)libs\//.test(from));
    expect(intoLibs).toEqual([]);
  });
});
