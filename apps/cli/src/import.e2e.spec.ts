import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openDatabase, type Database } from '#database';
import { ended, jsonLines, kronika, type Kronika } from '../../../test/harness/kronika.js';

jest.setTimeout(180_000);

const CHANGES = 6207;
const register = new URL('../../api/demo/schweiz.ndjson.gz', import.meta.url).pathname;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly path: readonly string[];
}

interface Snapshot {
  readonly date: string;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly parent: string;
    readonly canton: string;
  }[];
}

describe('the Swiss register, whole', () => {
  let cli: Kronika;

  beforeAll(async () => {
    cli = await kronika();
  });

  test('is imported whole', async () => {
    const summary = await cli.answer('import', register, '--organisation', 'schweiz', '--name', 'Schweiz');
    expect(jsonLines(summary)).toEqual([{ recorded: CHANGES, skipped: 0, position: CHANGES + 1 }]);
    expect(await cli.answer('verify', '--organisation', 'schweiz')).toMatch(/^ok schweiz position 6208 /);
  });

  test('agrees with the published communes, districts and cantons on all twelve dates', async () => {
    let rows = 0;
    const otherNames: string[] = [];
    for (const { date, units } of snapshots()) {
      const chart = await cli.rows<Row>(
        ...['chart', '--organisation', 'schweiz', '--at', date, '--format', 'ndjson'],
      );
      const byId = new Map(chart.map((row) => [row.id, row]));
      const communes = new Map<string, string>();
      const names = new Map<string, string>();
      for (const { name, type, codes, path } of chart) {
        if (type !== 'commune') continue;
        const above = path.slice(0, -1).map((id) => byId.get(id)!);
        const canton = above.find((row) => row.type === 'canton')!;
        const parent = Object.entries(above.at(-1)!.codes).find(([scheme]) => scheme !== 'import')![1];
        const commune = codes['bfs-commune']!;
        communes.set(commune, `${parent} ${canton.codes['bfs-canton']}`);
        names.set(commune, name);
      }
      expect(communes).toEqual(new Map(units.map(({ id, parent, canton }) => [id, `${parent} ${canton}`])));
      for (const { id, name } of units) if (names.get(id) !== name) otherNames.push(`${date} ${id}`);
      rows += units.length;
    }
    expect(rows).toBe(26_808);
    expect(otherNames).toEqual(['2019-01-01 6417', '2020-01-01 6417']);
  });

  test('answers the same after an export and an import', async () => {
    const copy = join(cli.dataDir, 'copy.ndjson');
    writeFileSync(copy, await cli.answer('export', '--organisation', 'schweiz'));
    await cli.answer('import', copy, '--organisation', 'copy');
    for (const date of ['1848-09-12', '1900-01-01', '1979-01-01', '2013-01-01', '2026-01-01']) {
      const chart = (slug: string) => cli.answer('chart', '--organisation', slug, '--at', date);
      expect(await chart('copy')).toBe(await chart('schweiz'));
    }
  });
});

test('an import that is killed over and over goes on where it stopped, and loses nothing', async () => {
  const cli = await kronika();
  const database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  const lines = Array.from({ length: 10_000 }, (_, i) => `${establish(`u${i}`, i === 0 ? null : 'u0')}\n`);
  for (const reach of [1, 3000, 6000]) {
    const child = cli.start(['import', '-', '--organisation', 'killed']);
    child.stdin.on('error', () => undefined);
    // The end never comes, so that it cannot finish before it is killed.
    child.stdin.write(lines.slice(0, 9000).join(''));
    await reached(database, reach);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const before = await stored(database);
  const { code, stdout } = await cli.run(['import', '-', '--organisation', 'killed'], {
    input: lines.join(''),
  });
  const [summary] = jsonLines<{ recorded: number; skipped: number }>(stdout);
  expect([code, summary]).toEqual([0, { recorded: 10_001 - before, skipped: before - 1, position: 10_001 }]);
  expect(await cli.answer('verify')).toMatch(/^ok killed position 10001 /);
  const keys = await cli.rows<{ key: string }>('chart', '--organisation', 'killed', '--format', 'ndjson');
  expect(new Set(keys.map(({ key }) => key)).size).toBe(10_000);
  await database.close();
});

test('commands work while the server runs, and it sees at once what they record', async () => {
  const cli = await kronika();
  const server = cli.start(['serve', '--no-demo'], { PORT: '0' });
  const stopped = ended(server);
  const url = await addressOf(server.stdout);
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return ((await response.json()) as { data: unknown }).data;
  };
  for (const [keys, position] of [
    [['a'], 2],
    [['a', 'b'], 3],
  ] as const) {
    const input = keys.map((key) => establish(key, null)).join('\n');
    expect(await cli.run(['import', '-', '--organisation', 'live'], { input })).toMatchObject({ code: 0 });
    expect(await ask('{ organisation(slug: "live") { position } }')).toEqual({ organisation: { position } });
  }
  expect(await cli.answer('chart', '--organisation', 'live')).toBe('A (enhet)\nB (enhet)\n');
  await cli.answer('verify');
  server.kill('SIGTERM');
  expect(await stopped).toMatchObject({ code: 0 });
  expect(await cli.answer('chart', '--organisation', 'live')).toBe('A (enhet)\nB (enhet)\n');
});

test('the first start loads the demo organisations, a killed one is made good, and a start after that adds nothing', async () => {
  const cli = await kronika();
  const serving = async (work: () => Promise<void>) => {
    const server = cli.start(['serve'], { PORT: '0' });
    const stopped = ended(server);
    await addressOf(server.stdout);
    await work();
    server.kill('SIGINT');
    expect(await stopped).toMatchObject({ code: 0 });
  };
  const killed = cli.start(['serve'], { PORT: '0' });
  const database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  await reached(database, 1000);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const positions = async () =>
    (await cli.answer('verify'))
      .replace(/ hash .*/g, '')
      .replace(/^ok /gm, '')
      .trim()
      .split('\n');
  const all = ['region-halland position 117', 'region-rs-1398-2021 position 19', 'schweiz position 6208'];
  for (let start = 0; start < 2; start++) {
    await serving(async () => expect(await positions()).toEqual(all));
  }
  await database.close();
});

function establish(key: string, parent: string | null): string {
  const unit = { key, name: key.toUpperCase(), type: 'enhet', parent };
  return JSON.stringify({ kind: 'establish', on: '2020-01-01', unit });
}

async function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stdout) {
    text += String(piece);
    const address = /http:\S+\/graphql/.exec(text);
    if (address) return address[0];
  }
  throw new Error(`The server ended without an address: ${text}`);
}

/** The newest position of the only organisation; 0 if there is none yet. */
async function stored(database: Database): Promise<number> {
  try {
    const { rows } = await database.pool().query('select max(position)::int as position from ledger.head');
    return rows[0]?.position ?? 0;
  } catch {
    // The schema is not there yet.
    return 0;
  }
}

async function reached(database: Database, position: number): Promise<void> {
  while ((await stored(database)) < position) await pause(5);
}

function snapshots(): Snapshot[] {
  const file = new URL('../../../test/register/snapshots.ndjson.gz', import.meta.url);
  return jsonLines(gunzipSync(readFileSync(file)).toString('utf8'));
}
