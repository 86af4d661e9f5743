import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startServer, type RunningServer } from '../../apps/api/src/index.js';
import { loadDemoOrganisations } from '../../apps/cli/src/demo-organisations.js';
import { main } from '../../apps/cli/src/main.js';
import { testDatabase, type TestDatabase } from '../harness/database.js';
import {
  blocksIn,
  commandLine,
  filled,
  filledAnswer,
  samplesIn,
  type Sample,
  type Variables,
} from './samples.js';

// The first one waits for the demo organisations.
jest.setTimeout(60_000);

const project = fileURLToPath(new URL('../..', import.meta.url));

/** In the order in which a reader goes through them: what one records the next may ask for. */
const DOCUMENTS = [
  'README.md',
  'apps/api/demo/README.md',
  'docs/tutorial.md',
  'docs/how-to/follow-a-decision.md',
  'docs/how-to/import-a-register.md',
  'docs/how-to/ask-as-known.md',
  'docs/how-to/compare-two-dates.md',
  'docs/how-to/amend-a-change.md',
  'docs/how-to/record-a-decision.md',
  'docs/how-to/ask-what-was-decided.md',
  'docs/how-to/follow-up-figures.md',
  'docs/how-to/simulate-a-reorganisation.md',
  'docs/how-to/export-and-back-up.md',
  'docs/cookbook.md',
  'docs/operations.md',
];

/** Commands of which the tests themselves are the proof. */
const TAKEN_AS_READ = /^(npm start|npm test|git clone .*|cd .*)$/;
/** Commands that name files, by the place of these among the words. */
const FILES: Readonly<Record<string, number>> = {
  import: 1,
  backup: 1,
  restore: 1,
  'check-proof': 1,
  'scenario apply': 3,
};

let database: TestDatabase;
let elsewhere: TestDatabase;
let server: RunningServer;
let folder: string;
/** As `kronika verify` told it last: `POSITION:HASH` in a command means this. */
let checkpoint = '';
/** What the samples of the document have captured. */
const variables: Variables = new Map();
const before = { ...process.env };

beforeAll(async () => {
  [database, elsewhere] = [await testDatabase(), await testDatabase()];
  folder = mkdtempSync(join(tmpdir(), 'kronika-samples-'));
  await loadDemoOrganisations(database);
  server = await startServer({ port: 0, host: '127.0.0.1', database });
  Object.assign(process.env, { KRONIKA_ALLOW_UNSAFE_DATABASE: '1', LANG: 'sv_SE.UTF-8', LC_ALL: '' });
});
afterAll(async () => {
  for (const name of ['KRONIKA_ALLOW_UNSAFE_DATABASE', 'DATABASE_URL', 'LANG', 'LC_ALL']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  await server.close();
  await Promise.all([database.close(), elsewhere.close()]);
  rmSync(folder, { recursive: true });
});

test('every guide is tried', () => {
  const guides = readdirSync(join(project, 'docs', 'how-to')).map((file) => `docs/how-to/${file}`);
  expect(DOCUMENTS.filter((path) => path.includes('/how-to/')).sort()).toEqual(guides.sort());
});

test('no query or command is shown where it is not tried', () => {
  const documents = readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`);
  const untried = [...new Set([...documents, ...DOCUMENTS])].flatMap((path) =>
    blocksIn(readFileSync(join(project, path), 'utf8'))
      .filter(({ language, text }) => {
        if (language === 'graphql') return !DOCUMENTS.includes(path);
        if (!/^(\$ )?([A-Z_]+=(\$\(|\S+ ))?npm run (--silent )?kronika /m.test(text)) return false;
        return !DOCUMENTS.includes(path) || !['sh', 'console'].includes(language);
      })
      .map(({ line }) => `${path}:${line}`),
  );
  expect(untried).toEqual([]);
});

describe.each(DOCUMENTS)('%s', (path) => {
  const samples = samplesIn(join(project, path)).filter(
    (sample) => sample.kind !== 'command' || !TAKEN_AS_READ.test(sample.command),
  );
  beforeAll(() => variables.clear());
  // Its samples build on each other.
  test.each(samples.map((sample) => [`line ${sample.line}: ${sample.kind}`, sample] as const))(
    '%s',
    async (_name, sample) => {
      await tryOut(sample);
    },
  );
});

async function tryOut(sample: Sample): Promise<void> {
  switch (sample.kind) {
    case 'file':
      writeFileSync(join(folder, sample.name), sample.text);
      return;
    case 'query':
      await ask(sample.query, sample.answer);
      return;
    case 'command': {
      const output = await run(sample.command, sample.refused);
      const expected = sample.output.map((line) => filled(line, variables));
      expectLines(output, expected);
    }
  }
}

async function ask(query: string, answer: unknown): Promise<void> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: filled(query, variables) }),
  });
  const { data, errors } = (await response.json()) as { data?: object; errors?: unknown };
  expect(errors).toBeUndefined();
  if (answer !== undefined) expect(data).toMatchObject(filledAnswer(answer, data, variables) as object);
}

/** @returns what the command shows */
async function run(command: string, refused: boolean): Promise<string> {
  const line = commandLine(command.replace('POSITION:HASH', checkpoint), variables);
  const { environment, words, into, captured } = line;
  const shown =
    words[0] === 'curl' ? await download(words.at(-1)!) : await kronika(words, environment, refused);
  if (captured !== undefined) {
    expect(words).toContain('--silent');
    variables.set(captured, shown.trimEnd());
    return '';
  }
  if (into === undefined) return shown;
  writeFileSync(join(folder, into), shown);
  return '';
}

async function download(url: string): Promise<string> {
  const response = await fetch(url.replace('http://localhost:3000', server.url));
  expect(response.status).toBe(200);
  return response.text();
}

/** @returns what it writes to standard output; where it is to be refused, to standard error as well */
async function kronika(
  words: readonly string[],
  given: Readonly<Record<string, string>>,
  refused: boolean,
): Promise<string> {
  const start = words.indexOf('--');
  expect(words.slice(0, start).filter((word) => word !== '--silent')).toEqual(['npm', 'run', 'kronika']);
  const args = words.slice(start + 1);
  const file = FILES[args[0]!] ?? FILES[args.slice(0, 2).join(' ')];
  if (file !== undefined) args[file] = placeOf(args[file]!);
  process.env['DATABASE_URL'] = addressOf(given['KRONIKA_DATA'] === undefined ? database : elsewhere);
  let [stdout, stderr] = ['', ''];
  const said = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((stderr += text)));
  const written = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text: unknown, ...rest: unknown[]) => {
      stdout += String(text);
      (rest.at(-1) as (() => void) | undefined)?.();
      return true;
    });
  let code: number;
  try {
    code = await main(args);
  } finally {
    written.mockRestore();
    said.mockRestore();
  }
  if (refused) {
    expect(code).toBe(1);
    return stdout + stderr;
  }
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  const told = /position (\d+) hash ([0-9a-f]{64})/.exec(stdout);
  if (told !== null) checkpoint = `${told[1]}:${told[2]}`;
  return stdout;
}

/** A file of the project, or one that the samples make. */
function placeOf(file: string): string {
  return existsSync(join(project, file)) ? join(project, file) : join(folder, relative('.', file));
}

function addressOf({ ownerConfig: { host, user, database: name } }: TestDatabase): string {
  return `postgres:///${name}?host=${encodeURIComponent(host!)}&user=${user}`;
}

/** Lines that occur in the output, in their order; `…` in a line is any text, a line `...` any lines. */
function expectLines(output: string, lines: readonly string[]): void {
  const written = output.split(/\r?\n/);
  let from = 0;
  for (const line of lines.filter((line) => line.trim() !== '...')) {
    const pattern = new RegExp(`^${line.split('…').map(escaped).join('.*')}$`);
    const at = written.findIndex((text, i) => i >= from && pattern.test(text));
    if (at < 0) expect(written.slice(from).join('\n')).toContain(line);
    from = at + 1;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
