import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openDatabase, type Database } from '#database';
import { jsonLines, kronika, type Kronika, type Ran } from '../../../test/harness/kronika.js';

// Every run of the command is a process of its own.
jest.setTimeout(120_000);

const LINES = [
  establish('rk', null, 'Regionkontoret', 'forvaltning'),
  establish('a', 'rk', 'VO Service', 'verksamhetsomrade'),
  establish('b', 'rk', 'VO Digitalisering', 'verksamhetsomrade'),
  establish('x', 'a', 'Växeln'),
  establish('y', 'a', 'Vakten'),
  { kind: 'matter', id: 'm1', number: 'RS 1', title: 'Ett stöd' },
  { kind: 'decision', id: 'd1', matter: 'RS 1', body: 'rk', act: 'proposes', to: 'rk' },
];

const MERGER = {
  kind: 'merge',
  on: '2030-01-01',
  units: ['a', 'b'],
  into: { key: 'ab', name: 'VO Stöd', type: 'verksamhetsomrade', parent: 'rk' },
  id: 'merger',
  set: 's1',
};
/** Three steps: a merger with a new unit in it, a move, and the merger on an earlier date. */
const PLAN = [
  MERGER,
  { ...establish('n', 'ab', 'Nya', 'enhet', '2030-01-01'), set: 's1' },
  { kind: 'transfer', on: '2030-02-01', unit: 'x', to: 'rk' },
  { kind: 'reschedule', change: 'merger', on: '2029-12-01', reason: 'Tidigare' },
];
const PLANNED = [
  'Regionkontoret (forvaltning)',
  '  VO Stöd (verksamhetsomrade)',
  '    Nya (enhet)',
  '    Vakten (enhet)',
  '  Växeln (enhet)',
  '',
].join('\n');

function establish(key: string, parent: string | null, name: string, type = 'enhet', on = '2015-01-01') {
  return { kind: 'establish', on, unit: { key, name, type, parent } };
}

const text = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

let cli: Kronika;
/** Keeps the embedded server running between the commands, as a running `kronika serve` would. */
let database: Database;
const SHARED = ['--organisation', 'region'];
/** The organisation of the test: one for all, as long as a test records nothing in it. */
let org = SHARED;
let count = 0;

beforeAll(async () => {
  cli = await kronika();
  database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  await record(...LINES);
});
afterAll(() => database.close());
afterEach(() => {
  org = SHARED;
});

/** Gives the test an organisation of its own. */
async function ownOrganisation(): Promise<void> {
  org = ['--organisation', `own${(count += 1)}`];
  await record(...LINES);
}

/** Records lines in the organisation itself. */
async function record(...lines: readonly object[]): Promise<void> {
  const ran = await cli.run(['import', '-', ...org], { input: text(lines) });
  expect(ran).toMatchObject({ code: 0 });
}

const scenario = (...args: readonly string[]) => cli.answer('scenario', ...args);
const refused = async (...args: readonly string[]): Promise<Ran> => {
  const ran = await cli.run(['scenario', ...args]);
  expect([ran.code, ran.stdout]).toEqual([1, '']);
  return ran;
};

async function create(...args: readonly string[]): Promise<string> {
  const id = await scenario('create', ...org, '--name', 'Ett stöd', '--at', '2030-06-01', ...args);
  expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$/);
  return id.trim();
}

function apply(id: string, lines: readonly object[] | string, ...args: readonly string[]): Promise<Ran> {
  const input = typeof lines === 'string' ? lines : text(lines);
  return cli.run(['scenario', 'apply', id, '-', ...args], { input });
}

/** A scenario with steps. */
async function plan(lines: readonly object[] = PLAN): Promise<string> {
  const id = await create();
  expect(await apply(id, lines)).toMatchObject({ code: 0, stderr: '' });
  return id;
}

const chart = (id: string, ...args: readonly string[]) =>
  cli.answer('chart', ...org, '--scenario', id, ...args);

describe('kronika scenario apply', () => {
  test('takes each change set as a step, once; the chart shows them on the scenario’s own date', async () => {
    const id = await create();
    const { stdout } = await apply(id, PLAN);
    expect(stdout).toBe('{"steps":3,"changes":4,"skipped":0,"version":4}\n');
    const more = [...PLAN, { kind: 'rename', on: '2031-01-01', unit: 'y', name: 'Vaktcentralen' }];
    expect(jsonLines((await apply(id, more)).stdout)).toEqual([
      { steps: 1, changes: 1, skipped: 4, version: 5 },
    ]);
    expect(await chart(id)).toBe(PLANNED);
    expect(await chart(id, '--at', '2026-01-01')).toBe(
      await cli.answer('chart', ...org, '--at', '2026-01-01'),
    );
  });

  test('reads a file, plain or gzipped', async () => {
    for (const [name, content] of [
      ['plan.ndjson', text(PLAN)],
      ['plan.ndjson.gz', gzipSync(text(PLAN))],
    ] as const) {
      const path = join(cli.dataDir, name);
      writeFileSync(path, content);
      const id = await create();
      expect(jsonLines(await scenario('apply', id, path))).toMatchObject([{ steps: 3 }]);
    }
  });

  test('takes nothing where one line is refused, and tells all by line', async () => {
    const id = await create();
    const bad = [...PLAN, { kind: 'transfer', on: '2031-01-01', unit: 'y', to: 'a' }];
    const late = await apply(id, bad, '--lang', 'sv');
    expect([late.code, jsonLines(late.stdout)]).toEqual([
      1,
      [{ steps: 0, changes: 0, skipped: 0, version: 1 }],
    ]);
    expect(late.stderr).toMatch(/^rad 5 \[PARENT_NOT_IN_FORCE\]: 2031-01-01: /m);
    const unreadable = await apply(id, `${text(PLAN)}{"kind":\n{"kind":"rename","on":"2030-02-30"}\n`);
    expect(unreadable.stderr).toMatch(/^line 5 \[NOT_JSON\]/m);
    expect(unreadable.stderr).toMatch(/^line 6, field on \[INVALID_DATE\]/m);
    const matter = await apply(id, [PLAN[0]!, { kind: 'matter', number: 'RS 2', title: 'Annat' }]);
    expect(matter.stderr).toMatch(/^line 2, field kind \[NOT_IN_A_SCENARIO\]/m);
    expect(await scenario('show', id)).toContain('Inga steg.');
  });

  test('--dry-run keeps nothing', async () => {
    const id = await create();
    const { stdout } = await apply(id, PLAN, '--dry-run');
    expect(jsonLines(stdout)).toEqual([{ steps: 3, changes: 4, skipped: 0, version: 1 }]);
    expect(await scenario('show', id)).toContain('Inga steg.');
  });

  test('of a scenario of a subtree nothing outside of it', async () => {
    const id = await create('--root', 'VO Service');
    const ran = await apply(id, [
      { kind: 'rename', on: '2030-01-01', unit: 'x', name: 'Telefonväxeln' },
      { kind: 'rename', on: '2030-01-01', unit: 'b', name: 'VO IT' },
    ]);
    expect([ran.code, ran.stderr]).toMatchObject([1, expect.stringMatching(/^line 2 \[OUTSIDE_SUBTREE\]/m)]);
    expect(await scenario('show', id)).toContain('Gäller bara: VO Service [a]');
  });
});

describe('kronika scenario show and list', () => {
  test('tell what it is, and its steps as sentences with dates, in both languages', async () => {
    const id = await create('--description', 'Utkast', '--goal', 'max-layers=4', '--goal', 'span=2..8');
    await apply(id, PLAN);
    const told = await scenario('show', id);
    expect(told.split('\n').slice(0, 2)).toEqual(['Ett stöd', 'Utkast']);
    expect(told).toContain('Mål: högst 4 nivåer; 2–8 enheter direkt under varje enhet som har några');
    expect(told).toContain(
      [
        '   1. Den 1 januari 2030: VO Service och VO Digitalisering går samman till VO Stöd.',
        '      Den 1 januari 2030: Nya inrättas under VO Stöd.',
        '   2. Den 1 februari 2030: Växeln överförs från VO Stöd till Regionkontoret.',
        '   3. Den 1 december 2029: VO Service och VO Digitalisering går samman till VO Stöd (nytt datum).',
      ].join('\n'),
    );
    const english = await scenario('show', id, '--lang', 'en');
    expect(english).toContain(
      'On 1 January 2030: VO Service and VO Digitalisering are to merge into VO Stöd.',
    );
    expect(english).toContain('Goals: at most 4 layers; a span of 2–8');
    expect(JSON.parse(await scenario('show', id, '--format', 'json'))).toMatchObject({
      id,
      name: 'Ett stöd',
      at: '2030-06-01',
      behind: 0,
      goals: [
        { goal: 'maxLayers', most: 4 },
        { goal: 'span', least: 2, most: 8 },
      ],
      steps: [
        { place: 1, changes: [{ recording: 'recorded', on: '2030-01-01' }, {}] },
        { place: 2 },
        { place: 3, changes: [{ recording: 'rescheduled', on: '2029-12-01' }] },
      ],
    });
  });

  test('--format lines is a file that gives the same in a new scenario', async () => {
    const id = await plan();
    const lines = await scenario('show', id, '--format', 'lines');
    expect(jsonLines(lines)).toEqual(PLAN.map((line) => ('set' in line ? { ...line, set: '1' } : line)));
    const copy = await create();
    await apply(copy, lines);
    for (const at of ['2029-11-30', '2029-12-01', '2030-01-01', '2030-02-01']) {
      expect(await chart(copy, '--at', at)).toBe(await chart(id, '--at', at));
    }
    expect(await scenario('show', copy, '--format', 'lines')).toBe(lines);
  });

  test('list leaves the archived out, unless --all asks for them', async () => {
    await ownOrganisation();
    const [first, second] = [await create(), await create('--from', await plan())];
    await record({ kind: 'rename', on: '2028-01-01', unit: 'y', name: 'Vaktcentralen' });
    await scenario('archive', first);
    const listed = (...args: string[]) =>
      cli.rows<{ id: string; status: string; behind: number }>(
        ...['scenario', 'list', ...org, '--format', 'ndjson', ...args],
      );
    expect((await listed('--all')).map(({ id, status }) => [id, status])).toContainEqual([first, 'archived']);
    const open = await listed();
    expect(open.map(({ id }) => id)).not.toContain(first);
    expect(open.find(({ id }) => id === second)).toMatchObject({ status: 'open', behind: 1 });
    expect(await scenario('list', ...org, '--lang', 'en')).toContain(
      `${second}  2030-06-01  Ett stöd (base: 1 event behind the newest)\n`,
    );
    expect(await scenario('list', ...org)).toContain('(bas: ligger 1 händelse efter)');
  });
});

describe('kronika scenario undo, redo, rename, describe, archive and restore', () => {
  test('undo and redo take steps back and forth, and say so', async () => {
    const id = await plan();
    expect(await scenario('undo', id)).toBe('{"version":5}\n');
    expect(await scenario('show', id)).toContain('Kan göras om: 1 förändring\n');
    expect(await chart(id, '--at', '2029-12-15')).toContain('VO Digitalisering');
    await scenario('redo', id);
    expect(await chart(id, '--at', '2029-12-15')).not.toContain('VO Digitalisering');
    expect((await refused('redo', id, '--lang', 'sv')).stderr).toBe(
      '[NOTHING_TO_REDO] Det finns inget att göra om.\n',
    );
  });

  test('it is called and described otherwise, put away and taken back', async () => {
    const id = await plan();
    await scenario('rename', id, 'Två stöd');
    await scenario('describe', id, 'Efter samråd');
    expect((await scenario('show', id)).split('\n').slice(0, 2)).toEqual(['Två stöd', 'Efter samråd']);
    await scenario('describe', id, '');
    expect(await scenario('show', id)).not.toContain('Efter samråd');
    expect((await refused('rename', id, ' ')).stderr).toMatch(/^field name \[INVALID_SCENARIO\]/);
    await scenario('archive', id);
    expect((await refused('undo', id)).stderr).toMatch(/^\[SCENARIO_ARCHIVED\]/);
    await scenario('restore', id);
    await scenario('undo', id);
  });
});

describe('kronika scenario compare, and --scenario elsewhere', () => {
  test('compares with what is recorded, any number of scenarios, a row for each unit that differs', async () => {
    const merged = await plan();
    const moved = await plan([{ kind: 'transfer', on: '2030-02-01', unit: 'y', to: 'b' }]);
    const at = ['compare', ...org, '--at', '2030-06-01', merged, moved];
    expect((await scenario(...at)).split('\n')).toEqual([
      '[1] 2030-06-01 som det är registrerat',
      `[2] 2030-06-01 Ett stöd (scenario ${merged}): 2 nya, 2 upphör, 2 flyttade`,
      `[3] 2030-06-01 Ett stöd (scenario ${moved}): 1 flyttade`,
      '',
      'Enhet                  [1]                   [2]                       [3]',
      'Nya [n]                –                     ny, under VO Stöd         –',
      'Vakten [y]             under VO Service      under VO Stöd             under VO Digitalisering',
      'VO Digitalisering [b]  under Regionkontoret  upphör → VO Stöd          =',
      'VO Service [a]         under Regionkontoret  upphör → VO Stöd          =',
      'VO Stöd [ab]           –                     ny, under Regionkontoret  –',
      'Växeln [x]             under VO Service      under Regionkontoret      =',
      '',
    ]);
    const rows = await cli.rows<{ column?: number; unit?: { key: string }; cells: { differs: unknown[] }[] }>(
      ...['scenario', ...at, '--format', 'ndjson'],
    );
    expect(rows.slice(0, 3)).toMatchObject([
      { column: 1, scenario: null, at: '2030-06-01' },
      { column: 2, scenario: { id: merged }, counts: { begun: 2, moved: 2 } },
      { column: 3, scenario: { id: moved }, counts: { begun: 0, moved: 1 } },
    ]);
    expect(rows.slice(3).map(({ unit }) => unit!.key)).toEqual(['n', 'y', 'b', 'a', 'ab', 'x']);
    expect(rows[4]).toMatchObject({
      cells: [
        { parents: [{ parent: { key: 'a' } }], differs: [] },
        { parents: [{ parent: { key: 'ab' } }], differs: [{ aspect: 'moved', track: 'line' }] },
        { parents: [{ parent: { key: 'b' } }] },
      ],
    });
    const english = await scenario(...at, '--without-base', '--lang', 'en');
    expect(english).toContain(`[1] 2030-06-01 Ett stöd (scenario ${merged})\n[2] 2030-06-01`);
    expect(english).toMatch(/^VO Stöd \[ab\] +under Regionkontoret +not there$/m);
  });

  test('diff tells what a scenario changes, against what it found or against another', async () => {
    await ownOrganisation();
    const id = await plan();
    const dates = ['--from', '2030-06-01', '--to', '2030-06-01', '--scenario', id];
    await record({ kind: 'rename', on: '2028-01-01', unit: 'y', name: 'Vaktcentralen' });
    const told = await cli.answer('diff', ...org, ...dates);
    expect(told).toContain('Växeln: från VO Service till Regionkontoret');
    expect(told).not.toContain('Vaktcentralen');
    expect(await cli.answer('diff', ...org, ...dates, '--known-from', '2999-01-01').catch(String)).toContain(
      'KNOWN_AT_IN_FUTURE',
    );
    expect(await cli.answer('diff', ...org, ...dates, '--scenario-from', id)).toBe('Ingenting skiljer.\n');
  });

  test('lineage, changes, history and why go on into the scenario', async () => {
    const id = await plan();
    const ask = (command: string, ...args: string[]) =>
      cli.answer(command, ...org, '--scenario', id, ...args);
    expect(await ask('lineage', '--unit', 'a', '--at', '2030-06-01')).toBe('→ VO Stöd [ab]\n');
    expect(await ask('lineage', '--unit', 'ab')).toContain('2029-12-01  VO Service → VO Stöd');
    expect(await ask('changes', '--from', '2030-01-01')).toBe(
      [
        'Den 1 januari 2030: Nya inrättas under VO Stöd.',
        'Den 1 februari 2030: Växeln överförs från VO Stöd till Regionkontoret.',
        '',
      ].join('\n'),
    );
    expect(await ask('history', '--unit', 'x')).toMatch(
      /^2030-02-01 {2}överordnad: Regionkontoret {2}\[registrerad scenario .* local\]$/m,
    );
    expect(await ask('why', '--unit', 'x', '--field', 'placement', '--lang', 'en')).toContain(
      'On 1 February 2030: Växeln is to be transferred from VO Stöd to Regionkontoret [planned]',
    );
  });
});

describe('kronika scenario rebase and resolve', () => {
  const MOVES = [
    { kind: 'transfer', on: '2030-01-01', unit: 'y', to: 'b' },
    { kind: 'rename', on: '2030-01-01', unit: 'x', name: 'Telefonväxeln' },
    { kind: 'transfer', on: '2030-03-01', unit: 'x', to: 'b' },
  ];
  const ABSORBED = { kind: 'absorb', on: '2029-01-01', units: ['b'], into: 'a' };

  test('a conflict is told with what has been recorded since and how it can be settled, by number', async () => {
    await ownOrganisation();
    const id = await plan(MOVES);
    await record(ABSORBED);
    const ran = await cli.run(['scenario', 'rebase', id]);
    expect([ran.code, ran.stderr]).toEqual([1, '']);
    expect(ran.stdout.split('\n')).toEqual([
      'Basen flyttas från position 8 till 9.',
      'Steg 1: i konflikt',
      '  Den 1 januari 2030: Vakten överförs från VO Service till VO Digitalisering.',
      '  ! ”VO Digitalisering” gick 2029-01-01 upp i VO Service. [alreadyMerged]',
      '    Registrerat sedan dess: Den 1 januari 2029: VO Digitalisering uppgick i VO Service (#9).',
      '  Möjliga lösningar:',
      '    1. låt VO Service [a] ta platsen för VO Digitalisering [b]',
      '    2. utelämna steget',
      'Steg 2: oförändrat',
      '  Den 1 januari 2030: Växeln byter namn till Telefonväxeln.',
      'Steg 3: i konflikt',
      '  Den 1 mars 2030: Telefonväxeln överförs från VO Service till VO Digitalisering.',
      '  ! ”VO Digitalisering” gick 2029-01-01 upp i VO Service. [alreadyMerged]',
      '    Registrerat sedan dess: Den 1 januari 2029: VO Digitalisering uppgick i VO Service (#9).',
      '  Möjliga lösningar:',
      '    1. låt VO Service [a] ta platsen för VO Digitalisering [b]',
      '    2. utelämna steget',
      'Några steg är i konflikt: ingenting är ändrat.',
      '',
    ]);
    await scenario('resolve', id, '1', 'drop');
    await scenario('resolve', id, '3', '1');
    const settled = await scenario('rebase', id, '--dry-run', '--lang', 'en');
    expect(settled).toMatch(/^Step 1: dropped$/m);
    expect(settled).toMatch(/^Step 3: changed\n.*\n {2}- .*\n {2}\+ .*"VO Service"$/m);
    const [third] = (
      await cli.rows<{ step: number; id: string; outcome: string }>(
        ...['scenario', 'rebase', id, '--dry-run', '--format', 'ndjson'],
      )
    ).slice(2);
    expect(third).toMatchObject({ step: 3, outcome: 'changed' });
    await scenario('resolve', id, third!.id, 'none');
    expect(await cli.run(['scenario', 'rebase', id, '--dry-run'])).toMatchObject({ code: 1 });
    await scenario('resolve', id, third!.id, 'retarget', 'VO Digitalisering', 'rk');
    await scenario('rebase', id);
    expect(await chart(id)).toBe(
      [
        'Regionkontoret (forvaltning)',
        '  Telefonväxeln (enhet)',
        '  VO Service (verksamhetsomrade)',
        '    Vakten (enhet)',
        '',
      ].join('\n'),
    );
    expect(await scenario('list', ...org)).toContain('(bas: den senaste)');
  });

  test('with another date or another code', async () => {
    await ownOrganisation();
    const born = {
      kind: 'establish',
      on: '2029-06-01',
      unit: { ...establish('n', 'rk', 'Nya').unit, codes: { hsa: 'S1' } },
    };
    const id = await plan([born]);
    await record({ kind: 'recode', on: '2029-01-01', unit: 'x', codes: { hsa: 'S1' } });
    const rebase = () => cli.run(['scenario', 'rebase', id, '--dry-run', '--lang', 'en']);
    expect((await rebase()).stdout).toContain('[codeTaken]');
    await scenario('resolve', id, '1', 'recode', 'hsa', 'S1', 'S2');
    expect((await rebase()).stdout).toMatch(/^Step 1: changed$/m);
    await scenario('resolve', id, '1', 'recode', 'hsa', 'S1');
    await scenario('rebase', id);
    const units = await cli.rows<{ key: string; codes: object }>(
      ...['chart', ...org, '--scenario', id, '--format', 'ndjson'],
    );
    expect(units.find(({ key }) => key === 'n')!.codes).toEqual({ import: 'n' });
    await scenario('resolve', id, '1', 'redate', '2029-07');
    expect((await refused('resolve', id, '1', 'redate', 'soon')).stderr).toContain('[INVALID_RESOLUTION]');
  });

  test('refuses what is not there', async () => {
    const id = await plan(MOVES);
    expect((await refused('resolve', id, '1', '1', '--lang', 'sv')).stderr).toMatch(
      /^\[INVALID_RESOLUTION\] Steget har ingen möjlig lösning 1/,
    );
    expect((await refused('resolve', id, '7', 'drop')).stderr).toContain('[UNKNOWN_STEP]');
    expect((await refused('resolve', id, '7', '1')).stderr).toContain('[UNKNOWN_STEP]');
    expect((await refused('resolve', id, '1', 'retarget', 'nobody', 'a')).stderr).toContain('[UNKNOWN_UNIT]');
    expect((await refused('rebase', id, '--to', '99')).stderr).toContain('[POSITION_NOT_REACHED]');
    expect(await cli.run(['scenario', 'resolve', id, '1', 'somehow'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('goes to a position that is asked for', async () => {
    await ownOrganisation();
    const id = await plan(MOVES);
    await record({ kind: 'rename', on: '2028-01-01', unit: 'x', name: 'Växel' });
    await record(ABSORBED);
    expect(await scenario('rebase', id, '--to', '9')).toContain('Basen flyttas från position 8 till 9.');
    expect(await scenario('show', id)).toContain('Bas: position 9, ligger 1 händelse efter');
  });
});

describe('kronika scenario propose, withdraw and adopt', () => {
  test('it is an alternative of a matter until it is withdrawn', async () => {
    const id = await plan();
    await scenario('propose', id, '--matter', 'RS 1');
    expect(await scenario('show', id)).toContain('Framlagt i ärende: RS 1 (version 4)');
    await scenario('withdraw', id, '--matter', 'RS 1');
    expect((await refused('withdraw', id, '--matter', 'RS 1')).stderr).toContain('[NOT_PROPOSED]');
    expect((await refused('propose', id, '--matter', 'RS 9')).stderr).toContain('[UNKNOWN_RECORD]');
  });

  test('adopted it is recorded in one change set, and frozen', async () => {
    await ownOrganisation();
    const id = await plan();
    expect(await scenario('adopt', id, '--dry-run')).toBe('{"recorded":3,"position":8}\n');
    expect(await scenario('adopt', id, '--shift', 'P1M', '--reason', 'Beslutat')).toBe(
      '{"recorded":3,"position":11}\n',
    );
    expect(await cli.answer('chart', ...org, '--at', '2030-06-01')).toBe(PLANNED);
    const moved = await cli.answer('changes', ...org, '--from', '2029-12-01', '--lang', 'en');
    expect(moved).toContain('On 1 January 2030: VO Service and VO Digitalisering merged into VO Stöd.');
    expect(await scenario('show', id)).toMatch(/^Antaget: .*, position 9–11, datum flyttade P1M$/m);
    expect((await refused('adopt', id)).stderr).toContain('[SCENARIO_ADOPTED]');
    expect((await apply(id, [MERGER])).stderr).toContain('[SCENARIO_ADOPTED]');
  });

  test('is refused with the list if the base has moved in what it rests on', async () => {
    await ownOrganisation();
    const id = await plan();
    await record({ kind: 'rename', on: '2028-01-01', unit: 'b', name: 'VO IT' });
    expect((await refused('adopt', id, '--lang', 'sv')).stderr).toMatch(
      /^\[BASE_MOVED\] Sedan dess har registrerats \(position 9\): VO Digitalisering bytte namn till VO IT/,
    );
    await scenario('rebase', id);
    await scenario('adopt', id);
  });

  test('on a decision it takes effect as that decision carries it', async () => {
    await ownOrganisation();
    const id = await plan();
    expect((await refused('adopt', id, '--matter', 'RS 1', '--decision', 'd9')).stderr).toContain(
      '[UNKNOWN_RECORD]',
    );
    expect((await refused('adopt', id, '--shift', 'soon')).stderr).toContain('[INVALID_SHIFT]');
    await scenario('adopt', id, '--matter', 'RS 1', '--decision', 'd1');
    const at = ['chart', ...org, '--at', '2030-06-01'];
    expect(await cli.answer(...at)).toContain('VO Digitalisering');
    expect(await cli.answer(...at, '--standing', 'proposed')).toBe(PLANNED);
  });
});

test.each([
  ['show', []],
  ['undo', []],
  ['apply', ['-']],
  ['rebase', []],
  ['adopt', []],
])('a mistaken id is refused by %s', async (command, more) => {
  const ran = await refused(command, '01234567-89ab-7cde-8fed-000000000000', ...more, '--lang', 'sv');
  expect(ran.stderr).toMatch(/^\[UNKNOWN_SCENARIO\] Det finns inget scenario ”01234567-/);
});

test('a scenario of one organisation is none of another', async () => {
  const id = await plan();
  await ownOrganisation();
  const ran = await cli.run(['chart', ...org, '--scenario', id]);
  expect([ran.code, ran.stderr]).toMatchObject([1, expect.stringMatching(/^\[UNKNOWN_SCENARIO\]/)]);
});

test.each([
  ['create without a name', ['create', '--organisation', 'r']],
  ['a goal that is none', ['create', '--organisation', 'r', '--name', 'x', '--goal', 'span=8..2']],
  ['a visibility that is none', ['create', '--organisation', 'r', '--name', 'x', '--visibility', 'all']],
  ['compare without a date', ['compare', '--organisation', 'r', 'x']],
  ['compare without scenarios', ['compare', '--organisation', 'r', '--at', '2030-01-01']],
  ['propose without a matter', ['propose', 'x']],
  ['an unknown subcommand', ['explode']],
])('%s is a matter of usage', async (_, args) => {
  expect(await cli.run(['scenario', ...args])).toMatchObject({ code: 2, stdout: '' });
});

test('create is refused for an organisation, a date, a name or a unit that is none', async () => {
  const named = ['create', '--name', 'Ett stöd'];
  expect((await refused(...named, '--organisation', 'nowhere')).stderr).toContain('[UNKNOWN_ORGANISATION]');
  expect((await refused(...named, ...org, '--at', '2030-02-30')).stderr).toContain('[INVALID_DATE]');
  expect((await refused(...named, ...org, '--root', 'nobody')).stderr).toContain('[UNKNOWN_UNIT]');
  expect((await refused(...named, ...org, '--from', 'nothing')).stderr).toContain('[UNKNOWN_SCENARIO]');
  expect((await refused('create', '--name', '', ...org)).stderr).toContain('[INVALID_SCENARIO]');
});
