import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChronicleInMemory, file } from './testing/chronicle-in-memory.js';

const root = { kind: 'establish', on: '2020-01-01', unit: { key: 'r', name: 'R', type: 'enhet' } };
const child = (key: string, on = '2020-01-01', parent = 'r') => ({
  kind: 'establish',
  on,
  unit: { key, name: key.toUpperCase(), type: 'enhet', parent },
});

describe('importing a file', () => {
  let chronicle: ChronicleInMemory;
  let count = 0;
  /** A new organisation for each test. */
  const fresh = () => `o${++count}`;

  beforeAll(async () => {
    chronicle = await ChronicleInMemory.open();
  });
  afterAll(() => chronicle.close());

  const names = async (slug: string, at: string, knownAt?: string) =>
    (await chronicle.chart(slug, at, knownAt)).map(({ name }) => name);

  test('records its lines in order and creates the organisation', async () => {
    const slug = fresh();
    const result = await chronicle.import(slug, file(root, child('a')), { name: 'Region' });
    expect(result).toEqual({ recorded: 2, skipped: 0, position: 3, errors: [] });
    expect(await names(slug, '2020-01-01')).toEqual(['R', 'A']);
    expect((await chronicle.reading(slug)).organisation.name).toBe('Region');
  });

  test('records nothing twice, and of a longer file what is new', async () => {
    const slug = fresh();
    await chronicle.import(slug, file(root, child('a')));
    expect(await chronicle.import(slug, file(root, child('a')))).toMatchObject({ recorded: 0, skipped: 2 });
    const longer = file(root, child('a'), child('b'), child('c'));
    expect(await chronicle.import(slug, longer)).toMatchObject({ recorded: 2, skipped: 2, position: 5 });
    expect(await names(slug, '2020-01-01')).toEqual(['R', 'A', 'B', 'C']);
  });

  test('knows a line by what it says, not by how it is spelt', async () => {
    const slug = fresh();
    await chronicle.import(slug, file(root));
    const respelt =
      '{"unit":{"type":"enhet", "name":"\\u0052","key":"r"},"on":"2020-01-01","kind":"establish"}';
    expect(await chronicle.import(slug, respelt)).toMatchObject({ recorded: 0, skipped: 1 });
  });

  test('records identical lines as often as they stand in the file', async () => {
    const slug = fresh();
    const there = { kind: 'rename', on: '2021-01-01', unit: 'r', name: 'There' };
    const back = { kind: 'rename', on: '2021-01-01', unit: 'r', name: 'Back' };
    const lines = file(root, there, back, there);
    expect(await chronicle.import(slug, lines)).toMatchObject({ recorded: 4, errors: [] });
    expect(await names(slug, '2021-01-01')).toEqual(['There']);
    expect(await chronicle.import(slug, lines)).toMatchObject({ recorded: 0, skipped: 4 });
  });

  test('reads a byte order mark, CRLF, blank lines, gzip and a last line without an end', async () => {
    const text = `\ufeff${JSON.stringify(root)}\r\n\r\n   \n${JSON.stringify(child('a'))}`;
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      expect(await chronicle.import(fresh(), bytes)).toMatchObject({ recorded: 2, errors: [] });
    }
  });

  test('records a set whole or not at all, and nothing after it', async () => {
    const slug = fresh();
    const bad = { ...child('b', '2020-01-01', 'nowhere'), set: 's' };
    const lines = file(root, { ...child('a'), set: 's' }, bad, child('c'));
    const result = await chronicle.import(slug, lines);
    expect(result).toMatchObject({ recorded: 1, skipped: 0, position: 2 });
    expect(result.errors).toMatchObject([
      {
        code: 'UNKNOWN_UNIT',
        line: 3,
        field: 'unit.parent',
        message: { en: expect.stringContaining('nowhere') },
      },
    ]);
    expect(await names(slug, '2020-01-01')).toEqual(['R']);
  });

  test('names the line of a set of which a part was recorded before', async () => {
    const slug = fresh();
    await chronicle.import(slug, file(root, { ...child('a'), set: 's' }));
    const bad = { ...child('b', '2020-01-01', 'nowhere'), set: 's' };
    const result = await chronicle.import(slug, file(root, { ...child('a'), set: 's' }, bad));
    expect(result).toMatchObject({ recorded: 0, skipped: 1, errors: [{ code: 'UNKNOWN_UNIT', line: 3 }] });
  });

  test('goes on after a mistake is mended', async () => {
    const slug = fresh();
    await chronicle.import(slug, file(root, child('a', '2020-01-01', 'nowhere'), child('b')));
    const result = await chronicle.import(slug, file(root, child('a'), child('b')));
    expect(result).toMatchObject({ recorded: 2, skipped: 1, errors: [] });
  });

  test.each([
    ['no JSON', '{"kind":', 'NOT_JSON'],
    ['no object', '[1]', 'NOT_AN_OBJECT'],
    ['an unknown kind', '{"kind":"explode","on":"2020"}', 'UNKNOWN_KIND'],
    ['an unknown field', '{"kind":"rename","on":"2021","unit":"r","name":"X","colour":1}', 'INVALID_FIELD'],
    [
      'a date that does not exist',
      '{"kind":"rename","on":"2021-02-29","unit":"r","name":"X"}',
      'INVALID_DATE',
    ],
    [
      'a NUL in its source',
      '{"kind":"rename","on":"2021","unit":"r","name":"X","source":"\\u0000"}',
      'INVALID_FIELD',
    ],
    ['a lone surrogate', '{"kind":"rename","on":"2021","unit":"r","name":"\\ud800"}', 'INVALID_FIELD'],
    ['a set that is no text', '{"kind":"rename","on":"2021","unit":"r","name":"X","set":1}', 'INVALID_FIELD'],
    [
      'a knownFrom that is none',
      '{"kind":"rename","on":"2021","unit":"r","name":"X","knownFrom":"x"}',
      'INVALID_KNOWN_FROM',
    ],
    ['a megabyte and more', `{"kind":"rename","source":"${'x'.repeat(1_000_000)}"}`, 'LINE_TOO_LONG'],
    ['an amendment without a reason', '{"kind":"cancel","change":"x"}', 'REASON_REQUIRED'],
  ])('refuses a line with %s by its number', async (_, line, code) => {
    const result = await chronicle.import(fresh(), `${file(root)}${line}\n${file(child('a'))}`);
    expect(result).toMatchObject({ recorded: 1, errors: [{ code, line: 2 }] });
    expect(result.errors[0]?.message.sv).not.toBe('');
  });

  test('refuses what is not UTF-8, and a gzip file that is cut short', async () => {
    const latin1 = Buffer.concat([Buffer.from(file(root)), Buffer.from('{"kind":"Å"}\n', 'latin1')]);
    expect(await chronicle.import(fresh(), latin1)).toMatchObject({
      errors: [{ code: 'NOT_UTF8', line: 2 }],
    });
    const cut = gzipSync(file(root, child('a'))).subarray(0, -12);
    expect(await chronicle.import(fresh(), cut)).toMatchObject({ errors: [{ code: 'NOT_GZIP' }] });
  });

  test('refuses a set whose lines do not stand together, naming both places', async () => {
    const lines = file(root, { ...child('a'), set: 's' }, child('b'), { ...child('c'), set: 's' });
    const result = await chronicle.import(fresh(), lines);
    expect(result).toMatchObject({
      recorded: 3,
      errors: [{ code: 'SET_NOT_TOGETHER', line: 4, field: 'set' }],
    });
    expect(result.errors[0]?.message.en).toContain('line 2');
  });

  test('takes knownFrom as the knowledge time only when told to', async () => {
    const lines = file(
      { ...root, knownFrom: '2010-01-01' },
      { ...child('a'), knownFrom: '2011-05-05T10:00:00+02:00' },
    );
    const [plain, backdated] = [fresh(), fresh()];
    await chronicle.import(plain, lines);
    await expect(names(plain, '2020-01-01', '2015-01-01')).rejects.toMatchObject({
      code: 'KNOWN_AT_BEFORE_FIRST_EVENT',
    });
    await chronicle.import(backdated, lines, { backdate: true });
    expect(await names(backdated, '2020-01-01', '2010-12-31')).toEqual(['R']);
    expect(await names(backdated, '2020-01-01', '2011-05-05T08:00:00Z')).toEqual(['R', 'A']);
    const again = await chronicle.import(backdated, lines, { backdate: true });
    expect(again).toMatchObject({ recorded: 0, skipped: 2, errors: [] });
  });

  test.each([
    ['backwards', '2009-12-31', 'KNOWN_FROM_BACKWARDS'],
    ['into the future', '2999-01-01', 'KNOWN_AT_IN_FUTURE'],
  ])('refuses knowledge that runs %s', async (_, knownFrom, code) => {
    const lines = file({ ...root, knownFrom: '2010-01-01' }, { ...child('a'), knownFrom });
    const result = await chronicle.import(fresh(), lines, { backdate: true });
    expect(result).toMatchObject({ recorded: 1, errors: [{ code, line: 2, field: 'knownFrom' }] });
  });

  test('lets a cancellation of long ago in by its knownFrom', async () => {
    const planned = { kind: 'rename', on: '2021-01-01', unit: 'r', name: 'New', id: 'plan' };
    const cancel = { kind: 'cancel', change: 'plan', reason: 'No' };
    const late = await chronicle.import(fresh(), file(root, planned, cancel));
    expect(late).toMatchObject({ errors: [{ code: 'ALREADY_IN_EFFECT', line: 3 }] });
    const slug = fresh();
    await chronicle.import(slug, file(root, planned, { ...cancel, knownFrom: '2020-06-01' }));
    expect(await names(slug, '2022-01-01')).toEqual(['R']);
  });

  test('keeps keys in the scheme it is told, and finds units by any code and by id', async () => {
    const slug = fresh();
    const coded = { ...child('a'), unit: { ...child('a').unit, codes: { hsa: 'SE1' } } };
    await chronicle.import(slug, file(root, coded), { keyScheme: 'reg' });
    const [r, a] = await chronicle.chart(slug, '2020-01-01');
    expect([r?.codes, a?.codes]).toEqual([{ reg: 'r' }, { hsa: 'SE1', reg: 'a' }]);
    const lines = file(
      { kind: 'rename', on: '2021-01-01', unit: 'hsa:SE1', name: 'X' },
      { kind: 'rename', on: '2021-01-01', unit: r!.id, name: 'Y' },
    );
    expect(await chronicle.import(slug, lines)).toMatchObject({ recorded: 2, errors: [] });
  });

  test('makes no organisation of a slug that is none, and an empty one of an empty file', async () => {
    const refused = await chronicle.import('Not a slug', file(root));
    expect(refused).toMatchObject({
      recorded: 0,
      position: 0,
      errors: [{ code: 'INVALID_SLUG', line: null }],
    });
    expect(await chronicle.import(fresh(), '')).toEqual({ recorded: 0, skipped: 0, position: 1, errors: [] });
  });

  test('stores in batches what comes in any number of sets', async () => {
    const slug = fresh();
    const lines = file(root, ...Array.from({ length: 25 }, (_, i) => child(`n${i}`)));
    expect(await chronicle.import(slug, lines, { batchSize: 4 })).toMatchObject({ recorded: 26, errors: [] });
    expect(await names(slug, '2020-01-01')).toHaveLength(26);
  });
});

describe('a dry run', () => {
  let chronicle: ChronicleInMemory;
  beforeAll(async () => {
    chronicle = await ChronicleInMemory.open();
  });
  afterAll(() => chronicle.close());

  test('tells everything that is wrong and records nothing', async () => {
    const lines = file(
      root,
      child('a'),
      child('b', '2020-01-01', 'nowhere'),
      { kind: 'rename', on: '2019-01-01', unit: 'a', name: 'Too early' },
      { kind: 'rename', on: 'soon', unit: 'a', name: 'X' },
      child('c'),
    );
    const result = await chronicle.dryRun('new', lines);
    expect(result).toMatchObject({ recorded: 3, skipped: 0 });
    expect(result.errors.map(({ line, code }) => [line, code])).toEqual([
      [3, 'UNKNOWN_UNIT'],
      [4, 'NOT_IN_FORCE'],
      [5, 'INVALID_DATE'],
    ]);
    await expect(chronicle.reading('new')).rejects.toMatchObject({ code: 'UNKNOWN_ORGANISATION' });
  });

  test('goes by what is recorded already', async () => {
    await chronicle.import('old', file(root, child('a')));
    const dry = await chronicle.dryRun('old', file(root, child('a'), child('b'), child('a')));
    expect(dry).toMatchObject({
      recorded: 1,
      skipped: 2,
      position: 3,
      errors: [{ code: 'KEY_TAKEN', line: 4 }],
    });
    expect(await chronicle.import('old', file(root, child('a'), child('b')))).toMatchObject({ recorded: 1 });
  });
});
