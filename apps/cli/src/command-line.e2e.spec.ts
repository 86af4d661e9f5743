import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openDatabase, withClient, type Database } from '#database';
import { ended, jsonLines, kronika, type Kronika } from '../../../test/harness/kronika.js';

// Every run of the command is a process of its own.
jest.setTimeout(120_000);

/** A small organisation: an assembly, its board, an administration with areas that move, merge and end. */
const LINES = [
  establish('rf', '2015-01-01', null, 'Regionfullmäktige', 'fullmaktige'),
  establish('rs', '2015-01-01', 'rf', 'Regionstyrelsen', 'styrelse'),
  establish('rk', '2015-01-01', 'rs', 'Regionkontoret', 'forvaltning'),
  establish('a', '2016-03-01', 'rk', 'VO Service', 'verksamhetsomrade'),
  establish('b', '2017', 'rk', 'VO Digitalisering', 'verksamhetsomrade'),
  establish('x', '2018-01-01', 'a', 'Växeln', 'enhet'),
  { kind: 'rename', on: '2019-01-01', unit: 'a', name: 'VO Service och logistik' },
  { kind: 'transfer', on: '2020-01-01', unit: 'x', to: 'b', set: 's1' },
  { kind: 'recode', on: '2020-01-01', unit: 'x', codes: { hsa: 'SE99' }, set: 's1' },
  {
    kind: 'merge',
    on: '2022-01-01',
    units: ['a', 'b'],
    into: { key: 'c', name: 'VO Stöd', type: 'verksamhetsomrade', parent: 'rk' },
    id: 'merger',
    basis: { matter: 'RS 1' },
  },
  { kind: 'dissolve', on: '2023-05-01', unit: 'x', successors: 'unknown' },
  { kind: 'rename', on: '2990-01-01', unit: 'c', name: 'VO Framtid', id: 'plan' },
  { kind: 'cancel', change: 'plan', reason: 'Beslutet upphävdes' },
];

function establish(key: string, on: string, parent: string | null, name: string, type: string) {
  return { kind: 'establish', on, unit: { key, name, type, parent } };
}

interface Row {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
  readonly parentKey: string | null;
  readonly path: readonly string[];
  readonly since: string;
}

let cli: Kronika;
/** Keeps the embedded server running between the commands, as a running `kronika serve` would. */
let database: Database;
let file: string;

beforeAll(async () => {
  cli = await kronika();
  database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  file = join(cli.dataDir, 'changes.ndjson');
  writeFileSync(file, LINES.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await cli.answer('import', file, '--organisation', 'region', '--name', 'Regionen');
});
afterAll(() => database.close());

const org = ['--organisation', 'region'];

describe('kronika import', () => {
  test('ends with a summary, and records nothing twice', async () => {
    const stdout = await cli.answer('import', file, ...org);
    expect(stdout).toBe('{"recorded":0,"skipped":13,"position":14}\n');
  });

  test('reads standard input', async () => {
    const input = readFileSync(file, 'utf8');
    const { code, stdout } = await cli.run(['import', '-', ...org], { input });
    expect([code, jsonLines(stdout)]).toEqual([0, [{ recorded: 0, skipped: 13, position: 14 }]]);
  });

  test('ends with 1 at a bad line, tells line, field, rule and what is in the way, and keeps what came before', async () => {
    const input = [
      establish('ok', '2015-01-01', null, 'Ok', 'enhet'),
      { kind: 'rename', on: '2014-01-01', unit: 'ok', name: 'För tidigt' },
      establish('never', '2015-01-01', null, 'Never', 'enhet'),
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const { code, stdout, stderr } = await cli.run(
      ['import', '-', '--organisation', 'broken', '--lang', 'sv'],
      {
        input,
      },
    );
    expect(code).toBe(1);
    expect(stdout).toBe('{"recorded":1,"skipped":0,"position":2}\n');
    expect(stderr).toMatch(/^rad 2 \[NOT_IN_FORCE\]: 2014-01-01: .*Ok.* finns inte då/m);
  });

  test('--dry-run tells all that is wrong and records nothing', async () => {
    const input = [
      establish('a', '2015-01-01', 'nowhere', 'A', 'enhet'),
      establish('b', '2015-01-01', null, 'B', 'enhet'),
      { kind: 'rename', on: '2015-02-30', unit: 'b', name: 'X' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const { code, stdout, stderr } = await cli.run(['import', '-', '--organisation', 'dry', '--dry-run'], {
      input,
    });
    expect([code, stdout]).toEqual([1, '{"recorded":1,"skipped":0,"position":0}\n']);
    expect(stderr).toMatch(/line 1, field unit\.parent \[UNKNOWN_UNIT\]/);
    expect(stderr).toMatch(/line 3, field on \[INVALID_DATE\]/);
    expect(await cli.run(['chart', '--organisation', 'dry'])).toMatchObject({ code: 1 });
  });
});

describe('kronika chart', () => {
  test('draws a tree for reading', async () => {
    expect(await cli.answer('chart', ...org, '--at', '2019-06-01')).toBe(
      [
        'Regionfullmäktige (fullmaktige)',
        '  Regionstyrelsen (styrelse)',
        '    Regionkontoret (forvaltning)',
        '      VO Digitalisering (verksamhetsomrade)',
        '      VO Service och logistik (verksamhetsomrade)',
        '        Växeln (enhet)',
        '',
      ].join('\n'),
    );
  });

  test('marks what is indeterminate in a tree and leaves it out elsewhere', async () => {
    const at = ['chart', ...org, '--at', '2017-06-01'];
    expect(await cli.answer(...at)).not.toContain('VO Digitalisering');
    const rows = await cli.rows<Row>(...at, '--format', 'ndjson');
    expect(rows.map(({ key }) => key)).toEqual(['rf', 'rs', 'rk', 'a']);
  });

  test('gives a line a unit in force, with ids from the root', async () => {
    const rows = await cli.rows<Row>('chart', ...org, '--at', '2021-01-01', '--format', 'ndjson');
    const byKey = new Map(rows.map((row) => [row.key, row]));
    expect([...byKey.keys()]).toEqual(['rf', 'rs', 'rk', 'b', 'x', 'a']);
    const ids = ['rf', 'rs', 'rk', 'b', 'x'].map((key) => byKey.get(key)!.id);
    expect(byKey.get('x')).toEqual({
      id: ids[4],
      key: 'x',
      name: 'Växeln',
      type: 'enhet',
      parent: ids[3],
      parentKey: 'b',
      codes: { hsa: 'SE99', import: 'x' },
      path: ids,
      since: '2018-01-01',
    });
  });

  test('gives the same rows as JSON and as CSV', async () => {
    const at = ['chart', ...org, '--at', '2021-01-01', '--format'];
    const rows = await cli.rows<Row>(...at, 'ndjson');
    expect(JSON.parse(await cli.answer(...at, 'json'))).toEqual(rows);
    const csv = (await cli.answer(...at, 'csv')).split('\r\n');
    expect(csv[0]).toBe('id,key,name,type,parent,parentKey,codes,path,since');
    expect(csv[5]).toContain('Växeln');
    expect(csv).toHaveLength(8);
  });

  test('draws a picture, whose boxes are the units of the tree', async () => {
    const picture = await cli.answer(
      'chart',
      ...org,
      '--at',
      '2021-01-01',
      '--format',
      'svg',
      '--lang',
      'en',
    );
    const rows = await cli.rows<Row>('chart', ...org, '--at', '2021-01-01', '--format', 'ndjson');
    expect(picture).toMatch(/^<svg [^]*<\/svg>\n$/);
    expect(picture).toContain('2021-01-01 · what is in force');
    expect(picture.match(/<g><title>/g)).toHaveLength(rows.length);
  });

  test('takes a root by key, code or id, a depth, a type', async () => {
    const keys = async (...more: string[]) =>
      (await cli.rows<Row>('chart', ...org, '--at', '2021-01-01', '--format', 'ndjson', ...more)).map(
        ({ key }) => key,
      );
    expect(await keys('--root', 'b')).toEqual(['b', 'x']);
    expect(await keys('--root', 'hsa:SE99')).toEqual(['x']);
    const [b] = await cli.rows<Row>(
      'chart',
      ...org,
      '--at',
      '2021-01-01',
      '--format',
      'ndjson',
      '--root',
      'b',
    );
    expect(await keys('--root', b!.id, '--depth', '0')).toEqual(['b']);
    expect(await keys('--type', 'verksamhetsomrade')).toEqual(['b', 'a']);
    expect([b!.parentKey, b!.path.length]).toEqual(['rk', 4]);
  });

  test.each([
    ['a date that does not exist', ['--at', '2021-02-29'], 'INVALID_DATE', 1],
    ['an unknown organisation', ['--organisation', 'nowhere'], 'UNKNOWN_ORGANISATION', 1],
    ['an unknown root', ['--root', 'nobody'], 'UNKNOWN_UNIT', 1],
    ['a time in the future', ['--known-at', '2999-01-01'], 'KNOWN_AT_IN_FUTURE', 1],
    ['a time before the first event', ['--known-at', '2000-01-01'], 'KNOWN_AT_BEFORE_FIRST_EVENT', 1],
    ['an unknown format', ['--format', 'xml'], 'format', 2],
    ['an unknown option', ['--colour'], 'colour', 2],
    ['a depth that is no number', ['--depth', '-1'], 'depth', 2],
  ])('refuses %s', async (_, args, code, exit) => {
    const ran = await cli.run(['chart', ...org, ...args]);
    expect([ran.code, ran.stdout]).toEqual([exit, '']);
    expect(ran.stderr).toContain(code);
  });
});

describe('kronika diff', () => {
  test('tells what differs between two dates', async () => {
    const rows = await cli.rows<{ difference: string; key?: string }>(
      ...['diff', ...org, '--from', '2019-06-01', '--to', '2022-06-01', '--format', 'ndjson'],
    );
    expect(rows.map(({ difference, key }) => `${difference} ${key ?? ''}`)).toEqual([
      'begun c',
      'ended b',
      'ended a',
      'moved x',
      'recoded x',
      'merged ',
    ]);
    const text = await cli.answer(
      'diff',
      ...org,
      '--from',
      '2019-06-01',
      '--to',
      '2022-06-01',
      '--lang',
      'en',
    );
    expect(text).toContain('Växeln: from VO Service och logistik to VO Stöd');
    expect(await cli.answer('diff', ...org, '--from', '2021-01-01', '--to', '2021-01-01')).toBe(
      'Ingenting skiljer.\n',
    );
  });

  test('refuses to go backwards', async () => {
    const ran = await cli.run(['diff', ...org, '--from', '2022-01-01', '--to', '2021-01-01']);
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain('INVALID_INTERVAL');
  });
});

describe('kronika history, lineage and changes', () => {
  test('history tells every version of a unit in both times', async () => {
    const rows = await cli.rows<{ field: string; value: string; recorded: { position: number } }>(
      ...['history', ...org, '--unit', 'c', '--format', 'ndjson'],
    );
    const names = rows.filter(({ field }) => field === 'name');
    expect(names).toMatchObject([
      { value: 'VO Stöd', recorded: { position: 11, basis: { matter: 'RS 1' } }, takenBack: null },
      { value: 'VO Framtid', takenBack: { position: 14, reason: 'Beslutet upphävdes' } },
    ]);
    expect(await cli.answer('history', ...org, '--unit', 'x')).toContain('överordnad: VO Digitalisering');
  });

  test('lineage leads through generations, and with --at to the units in force then', async () => {
    const steps = await cli.rows<{ from: { key: string }; relation: string }>(
      ...['lineage', ...org, '--unit', 'c', '--direction', 'back', '--format', 'ndjson'],
    );
    expect(steps.map(({ from, relation }) => [from.key, relation])).toEqual([
      ['a', 'mergedInto'],
      ['b', 'mergedInto'],
    ]);
    const then = await cli.rows<Row>(
      ...['lineage', ...org, '--unit', 'a', '--at', '2022-01-01', '--format', 'ndjson'],
    );
    expect(then.map(({ key }) => key)).toEqual(['c']);
    expect(await cli.answer('lineage', ...org, '--unit', 'c', '--at', '2021-12-31')).toBe(
      '← VO Service och logistik [a]\n← VO Digitalisering [b]\n',
    );
    const end = await cli.run(['lineage', ...org, '--unit', 'x', '--at', '2024-01-01', '--lang', 'en']);
    expect(end).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('successor unknown') });
  });

  test('changes is the chronicle as sentences', async () => {
    expect(await cli.answer('changes', ...org, '--from', '2022-01-01')).toBe(
      [
        'Den 1 januari 2022: VO Service och logistik och VO Digitalisering gick samman till VO Stöd.',
        'Den 1 maj 2023: Växeln lades ned; efterföljare okänd.',
        'Den 1 januari 2990: VO Stöd bytte namn till VO Framtid (inställd).',
        '',
      ].join('\n'),
    );
    expect(
      await cli.answer('changes', ...org, '--from', '2017-01-01', '--to', '2017-12-31', '--lang', 'en'),
    ).toBe('During 2017: VO Digitalisering was established under Regionkontoret.\n');
  });
});

describe('the ledger as a whole', () => {
  test('export and import give the same organisation again', async () => {
    const copy = join(cli.dataDir, 'copy.ndjson');
    writeFileSync(copy, await cli.answer('export', ...org));
    await cli.answer('import', copy, '--organisation', 'copy');
    for (const at of ['2017-12-30', '2019-06-01', '2022-01-01', '2024-01-01', '2990-02-01']) {
      const chart = (slug: string) => cli.answer('chart', '--organisation', slug, '--at', at);
      expect(await chart('copy')).toBe(await chart('region'));
    }
  });

  test('verify passes, holds to checkpoints, and tells the place of what was tampered with', async () => {
    const ok = await cli.answer('verify', ...org);
    const [, position, hash] = /^ok region position (\d+) hash ([0-9a-f]{64})\n$/.exec(ok) ?? [];
    expect(position).toBe('14');
    await cli.answer('verify', ...org, '--checkpoint', `14:${hash}`);
    const other = await cli.run(['verify', ...org, '--checkpoint', `13:${hash}`]);
    expect([other.code, other.stdout]).toMatchObject([
      1,
      expect.stringMatching(/^FAILED region position 13 CHECKPOINT/),
    ]);
    expect(await cli.run(['verify', '--checkpoint', 'x'])).toMatchObject({ code: 2 });

    const tamper = (sql: string) =>
      withClient(database.ownerConfig, (client) =>
        client.query(`set session_replication_role = replica; ${sql}`),
      );
    const fact = `from read_model.fact where organisation_id = (select organisation_id from ledger.organisation where slug = 'region')`;
    await tamper(`delete ${fact} and known_from = 5`);
    const model = await cli.run(['verify', ...org]);
    expect([model.code, model.stdout]).toMatchObject([
      1,
      expect.stringMatching(/^FAILED region position 5 READ_MODEL/),
    ]);
    expect(jsonLines(await cli.answer('rebuild'))).toEqual([{ events: expect.any(Number) }]);
    await cli.answer('verify');

    await tamper(
      `update ledger.event set envelope = replace(envelope, 'VO Stöd', 'VO Annat') where type = 'UnitsMerged'`,
    );
    const chain = await cli.run(['verify', ...org]);
    expect([chain.code, chain.stdout]).toMatchObject([
      1,
      expect.stringMatching(/^FAILED region position 11 HASH/),
    ]);
    await tamper(
      `update ledger.event set envelope = replace(envelope, 'VO Annat', 'VO Stöd') where type = 'UnitsMerged'`,
    );
    await cli.answer('verify');
  });

  test('backup and restore bring the same ledger to another database; damage and doubles are refused', async () => {
    const backup = join(cli.dataDir, 'backup.gz');
    await cli.answer('backup', backup);
    const verified = await cli.answer('verify', ...org);
    const elsewhere = await kronika();
    await elsewhere.answer('restore', backup);
    expect(await elsewhere.answer('verify', ...org)).toBe(verified);
    const chart = ['chart', ...org, '--at', '2021-01-01', '--format', 'ndjson'];
    expect(await elsewhere.answer(...chart)).toBe(await cli.answer(...chart));

    expect(await cli.run(['restore', backup])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('RESTORE_REFUSED'),
    });
    const cut = join(cli.dataDir, 'cut.gz');
    copyFileSync(backup, cut);
    truncateSync(cut, statSync(backup).size - 40);
    const empty = await kronika();
    expect(await empty.run(['restore', cut])).toMatchObject({ code: 1 });
    expect(await empty.answer('verify')).toBe('');
    const missing = await cli.run(['restore', join(cli.dataDir, 'missing.gz')]);
    expect([missing.code, missing.stderr]).toMatchObject([70, expect.stringContaining('ENOENT')]);
    expect(existsSync(join(cli.dataDir, 'missing.gz'))).toBe(false);
  });

  test('migrate has nothing left to do', async () => {
    expect(await cli.answer('migrate')).toBe('{"migrations":[]}\n');
  });
});

test('whoever stops reading gets no complaint', async () => {
  const child = cli.start(['changes', ...org]);
  child.stdout.destroy();
  const { stderr } = await ended(child);
  expect(stderr).toBe('');
});

test('an unknown command is a matter of usage', async () => {
  expect(await cli.run(['explode'])).toMatchObject({ code: 2, stdout: '' });
  expect(await cli.run([])).toMatchObject({ code: 2, stdout: '' });
  expect(await cli.run(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('import') });
});
