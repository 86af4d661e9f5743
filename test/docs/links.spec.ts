import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const project = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  'README.md',
  'CHANGELOG.md',
  'apps/api/demo/README.md',
  'test/register/README.md',
  ...readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

interface Link {
  /** From the project's folder. */
  readonly file: string;
  readonly heading: string | undefined;
}

function linksIn(document: string): Link[] {
  const text = withoutCode(readFileSync(join(project, document), 'utf8'));
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', heading] = target.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      return { file, heading };
    });
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, 'code');
}

/** The anchors that the headings of a document get. */
function anchorsIn(document: string): string[] {
  const text = readFileSync(join(project, document), 'utf8').replace(/^```.*?^```$/gms, '');
  return [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(documents)('%s', (document) => {
  test('links to files and headings that are there', () => {
    const dead = linksIn(document).filter(
      ({ file, heading }) =>
        !existsSync(join(project, file)) ||
        (heading !== undefined && file.endsWith('.md') && !anchorsIn(file).includes(heading)),
    );
    expect(dead).toEqual([]);
  });
});

test('every document is within reach of the README', () => {
  const reached = new Set<string>(['README.md']);
  for (const document of reached) {
    if (!document.endsWith('.md')) continue;
    for (const { file } of linksIn(document)) {
      const path = relative('.', file);
      if (existsSync(join(project, path)) && statSync(join(project, path)).isFile()) reached.add(path);
    }
  }
  const unreached = documents.filter((path) => path.startsWith('docs/') && !reached.has(path));
  expect(unreached).toEqual([]);
});
