import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from './testing/served-api.js';

const PAYLOAD = `{ outcome position recordedAt
  changes { id recording position begun sentence { sv en } }
  units { id name type since status codes { scheme value } }
  warnings { code message } notices { code message unit field date change messages { en } }
  userErrors { code message messages { sv en } index field date units { id name } changes } }`;

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly messages: { readonly sv: string; readonly en: string };
  readonly index: number | null;
  readonly field: string | null;
  readonly date: string | null;
  readonly units: readonly { readonly id: string; readonly name: string | null }[];
  readonly changes: readonly string[];
}
interface Payload {
  readonly outcome: string;
  readonly position: number | null;
  readonly recordedAt: string | null;
  readonly changes: readonly { readonly id: string; readonly sentence: { sv: string; en: string } | null }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly warnings: readonly { readonly code: string }[];
  readonly notices: readonly { readonly code: string; readonly date: string | null }[];
  readonly userErrors: readonly UserError[];
}

let api: ServedApi;
let slugs = 0;
beforeAll(async () => {
  api = await servedApi();
});
afterAll(() => api.close());

/** An organisation of its own for a test: a root with three departments since 2000, keys `top`, `a`, `b`, `c`. */
async function organisation(): Promise<string> {
  const slug = `o${++slugs}`;
  await api.data(
    `mutation ($slug: String!) { registerOrganisation(input: { slug: $slug, name: "Regionen" }) { outcome } }`,
    { slug },
  );
  const made = await mutate('recordChanges', {
    organisation: slug,
    changes: ['top', 'a', 'b', 'c'].map((key) => ({
      establish: { on: '2000-01-01', unit: unit(key, key === 'top' ? null : 'top') },
    })),
  });
  expect(made.outcome).toBe('RECORDED');
  return slug;
}

const unit = (key: string, parent: string | null = 'top') => ({
  key,
  name: key.toUpperCase(),
  type: 'avdelning',
  parent,
});

async function mutate(name: string, input: object): Promise<Payload> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const data = await api.data<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) ${PAYLOAD} }`,
    { input },
  );
  return data[name]!;
}

/** The chart as text: names indented by depth. */
async function chart(slug: string, at: string): Promise<string[]> {
  const data = await api.data<{ organisation: { chart: { name: string; depth: number }[] } }>(
    `query ($slug: String!, $at: Date) { organisation(slug: $slug, at: $at) { chart { name depth } } }`,
    { slug, at },
  );
  return data.organisation.chart.map(({ name, depth }) => `${'  '.repeat(depth)}${name}`);
}

async function position(slug: string): Promise<number> {
  const data = await api.data<{ organisation: { position: number } }>(
    `query ($slug: String!) { organisation(slug: $slug) { position } }`,
    { slug },
  );
  return data.organisation.position;
}

describe('each kind of change', () => {
  test.each<[string, object, string[], string]>([
    [
      'establishUnit',
      { on: '2020-01-01', unit: { ...unit('d'), codes: [{ scheme: 'hsa', value: 'SE1' }] } },
      ['TOP', '  A', '  B', '  C', '  D'],
      'D inrättades under TOP',
    ],
    ['renameUnit', { on: '2020-01-01', unit: 'a', name: 'Öst' }, ['TOP', '  B', '  C', '  Öst'], 'Öst'],
    ['reclassifyUnit', { on: '2020-01-01', unit: 'a', type: 'stab' }, ['TOP', '  A', '  B', '  C'], 'stab'],
    [
      'recodeUnit',
      { on: '2020-01-01', unit: 'a', codes: [{ scheme: 'hsa', value: 'SE9' }] },
      ['TOP', '  A', '  B', '  C'],
      'SE9',
    ],
    ['transferUnit', { on: '2020-01-01', unit: 'a', to: 'b' }, ['TOP', '  B', '    A', '  C'], 'B'],
    ['transferUnit', { on: '2020-01-01', unit: 'a', to: null }, ['A', 'TOP', '  B', '  C'], 'A'],
    [
      'mergeUnits',
      { on: '2020-01-01', units: ['a', 'b'], into: unit('ab') },
      ['TOP', '  AB', '  C'],
      'A och B gick samman till AB',
    ],
    [
      'absorbUnits',
      { on: '2020-01-01', units: ['a', 'b'], into: 'c', name: 'ABC' },
      ['TOP', '  ABC'],
      'uppgick',
    ],
    [
      'splitUnit',
      { on: '2020-01-01', unit: 'a', into: [{ establish: unit('a1') }, { unit: 'b' }] },
      ['TOP', '  A1', '  B', '  C'],
      'delades upp i A1 och B',
    ],
    [
      'spinOffUnits',
      { on: '2020-01-01', unit: 'a', into: [unit('a1')] },
      ['TOP', '  A', '  A1', '  B', '  C'],
      'bröts ut',
    ],
    ['replaceUnit', { on: '2020-01-01', unit: 'a', by: unit('z') }, ['TOP', '  B', '  C', '  Z'], 'Z'],
    [
      'dissolveUnit',
      { on: '2020-01-01', unit: 'a', succession: 'UNKNOWN' },
      ['TOP', '  B', '  C'],
      'A lades ned; efterföljare okänd',
    ],
    [
      'dissolveUnit',
      { on: '2020-01-01', unit: 'a', successors: ['b'] },
      ['TOP', '  B', '  C'],
      'fortsatte i B',
    ],
    [
      'reorganiseUnits',
      {
        on: '2020-01-01',
        ends: ['a', 'b'],
        begins: [unit('x'), unit('y', 'x')],
        sets: [{ unit: 'c', parent: 'x', name: 'CX', codes: [{ scheme: 'hsa', value: '7' }] }],
        lineage: [
          { from: 'a', to: 'x', relation: 'SPLIT_INTO', share: 0.4 },
          { from: 'a', to: 'y', relation: 'SPLIT_INTO', share: 0.6 },
          { from: 'b', to: 'y', relation: 'MERGED_INTO' },
        ],
      },
      ['TOP', '  X', '    CX', '    Y'],
      '',
    ],
  ])('%s', async (name, content, expected, sentence) => {
    const slug = await organisation();
    const before = await chart(slug, '2019-12-31');
    const made = await mutate(name, { organisation: slug, reason: 'Beslut', ...content });
    expect(made.userErrors).toEqual([]);
    expect(made).toMatchObject({ outcome: 'RECORDED', position: 6 });
    expect(made.changes[0]!.sentence!.sv).toContain(sentence);
    expect(await chart(slug, '2020-01-01')).toEqual(expected);
    expect(await chart(slug, '2019-12-31')).toEqual(before);
  });

  test('reactivateUnit', async () => {
    const slug = await organisation();
    await mutate('dissolveUnit', { organisation: slug, on: '2010-01-01', unit: 'a', succession: 'NONE' });
    const again = await mutate('reactivateUnit', {
      organisation: slug,
      on: '2020-01-01',
      unit: 'a',
      parent: 'b',
    });
    expect(again.units).toMatchObject([{ name: 'A', since: '2020-01-01', status: 'IN_FORCE' }]);
    expect(await chart(slug, '2015-01-01')).toEqual(['TOP', '  B', '  C']);
    expect(await chart(slug, '2020-01-01')).toEqual(['TOP', '  B', '    A', '  C']);
  });

  test('transferUnit leaves what is excepted, also a part that begins by it', async () => {
    const slug = await organisation();
    await mutate('recordChanges', {
      organisation: slug,
      changes: [{ establish: { on: '2001-01-01', unit: unit('a1', 'a') } }],
    });
    const moved = await mutate('transferUnit', {
      organisation: slug,
      on: '2020-01-01',
      unit: 'a',
      to: 'b',
      except: [{ unit: 'a1' }, { establish: unit('a2') }],
      exceptTo: 'c',
    });
    expect(moved.userErrors).toEqual([]);
    expect(await chart(slug, '2020-01-01')).toEqual(['TOP', '  B', '    A', '  C', '    A1', '    A2']);
  });
});

describe('amendments', () => {
  test('correct, reschedule and cancel what was recorded, and keep what was known', async () => {
    const slug = await organisation();
    const on = { organisation: slug, on: '2020-01-01', unit: 'a', name: 'Fel', externalId: 'r1' };
    const renamed = await mutate('renameUnit', on);
    const known = renamed.recordedAt;
    const corrected = await mutate('correctChange', {
      organisation: slug,
      change: 'r1',
      with: { rename: { on: '2020-01-01', unit: 'a', name: 'Rätt' } },
      reason: 'Felskrivning',
    });
    expect(corrected).toMatchObject({ outcome: 'RECORDED', changes: [{ recording: 'CORRECTED' }] });
    expect(await chart(slug, '2020-01-01')).toContain('  Rätt');
    const then = await api.data(
      `query ($slug: String!, $known: Instant) { organisation(slug: $slug, at: "2020-01-01", knownAt: $known) { unit(id: "a") { name } } }`,
      { slug, known },
    );
    expect(then).toEqual({ organisation: { unit: { name: 'Fel' } } });

    await mutate('rescheduleChange', {
      organisation: slug,
      change: 'r1',
      on: '2030-01-01',
      reason: 'Uppskjutet',
    });
    expect(await chart(slug, '2020-01-01')).toContain('  A');
    expect(await chart(slug, '2030-01-01')).toContain('  Rätt');
    const cancelled = await mutate('cancelChange', { organisation: slug, change: 'r1', reason: 'Inställt' });
    expect(cancelled).toMatchObject({
      outcome: 'RECORDED',
      changes: [{ recording: 'CANCELLED', sentence: null }],
    });
    expect(await chart(slug, '2030-01-01')).toContain('  A');

    const log = await api.data(
      `query ($slug: String!) { organisation(slug: $slug) { changes(first: 5, filter: { kinds: [RENAME] }) { nodes {
        externalId cancelled log { recording actor reason on { written } sentence { sv } } } } } }`,
      { slug },
    );
    expect(log).toMatchObject({
      organisation: {
        changes: {
          nodes: [
            {
              externalId: 'r1',
              cancelled: true,
              log: [
                { recording: 'RECORDED', actor: 'local', sentence: { sv: 'A bytte namn till Fel' } },
                {
                  recording: 'CORRECTED',
                  reason: 'Felskrivning',
                  sentence: { sv: 'A bytte namn till Rätt' },
                },
                { recording: 'RESCHEDULED', reason: 'Uppskjutet', on: { written: '2030-01-01' } },
                { recording: 'CANCELLED', reason: 'Inställt', on: null },
              ],
            },
          ],
        },
      },
    });
  });
});

describe('the terms of a mutation', () => {
  test('the same idempotency key records once, and is not for something else', async () => {
    const slug = await organisation();
    const input = { organisation: slug, on: '2020-01-01', unit: unit('d'), idempotencyKey: 'k1' };
    const first = await mutate('establishUnit', input);
    const second = await mutate('establishUnit', input);
    expect(second).toMatchObject({
      outcome: 'REPEATED',
      position: first.position,
      recordedAt: first.recordedAt,
    });
    expect(second.units).toEqual(first.units);
    const other = await mutate('establishUnit', { ...input, unit: unit('e') });
    expect(other).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    for (const idempotencyKey of ['a\u0000', 'adopt-scenario:x']) {
      const bad = await mutate('establishUnit', { ...input, idempotencyKey });
      expect(bad.userErrors).toMatchObject([{ code: 'INVALID_IDEMPOTENCY_KEY' }]);
    }
  });

  test('validateOnly records nothing', async () => {
    const slug = await organisation();
    const tried = await mutate('mergeUnits', {
      organisation: slug,
      on: '2020-01-01',
      units: ['a', 'b'],
      into: unit('ab'),
      validateOnly: true,
    });
    expect(tried).toMatchObject({ outcome: 'VALID', recordedAt: null, units: [] });
    expect(tried.changes[0]!.sentence!.en).toBe('A and B merged into AB');
    expect(await position(slug)).toBe(5);
  });

  test('a warning is asked about before it is recorded', async () => {
    const slug = await organisation();
    const input = { organisation: slug, on: '2020-01-01', unit: { ...unit('a2'), name: 'A' } };
    const asked = await mutate('establishUnit', input);
    expect(asked).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'NAME_NOT_UNIQUE' }] });
    const confirmed = await mutate('establishUnit', { ...input, confirm: ['NAME_NOT_UNIQUE'] });
    expect(confirmed).toMatchObject({ outcome: 'RECORDED', warnings: [{ code: 'NAME_NOT_UNIQUE' }] });
  });

  test('a retroactive change tells of the later one that ends it', async () => {
    const slug = await organisation();
    await mutate('renameUnit', { organisation: slug, on: '2022-01-01', unit: 'a', name: 'Ny' });
    const back = await mutate('renameUnit', {
      organisation: slug,
      on: '2021-01-01',
      unit: 'a',
      name: 'Mellan',
    });
    expect(back.notices).toMatchObject([
      {
        code: 'LATER_CHANGE_EXISTS',
        date: '2022-01-01',
        field: 'name',
        message: expect.stringContaining('2022-01-01'),
      },
    ]);
  });

  test('codes are swapped within one change set', async () => {
    const slug = await organisation();
    const code = (of: string, value: string) => ({
      recode: { on: '2020-01-01', unit: of, codes: [{ scheme: 'hsa', value }] },
    });
    await mutate('recordChanges', { organisation: slug, changes: [code('a', '1'), code('b', '2')] });
    const swapped = await mutate('recordChanges', {
      organisation: slug,
      changes: [
        { recode: { on: '2021-01-01', unit: 'a', codes: [{ scheme: 'hsa', value: '2' }] } },
        { recode: { on: '2021-01-01', unit: 'b', codes: [{ scheme: 'hsa', value: '1' }] } },
      ],
    });
    expect(swapped.outcome).toBe('RECORDED');
  });
});

describe('what is refused changes nothing', () => {
  const refused = async (
    name: string,
    input: (slug: string) => object,
    code: string,
    also: Partial<UserError> = {},
    prepare?: (slug: string) => Promise<unknown>,
  ) => {
    const slug = await organisation();
    await prepare?.(slug);
    const before = await position(slug);
    const answer = await mutate(name, { organisation: slug, ...input(slug) });
    expect(answer.outcome).toBe('REFUSED');
    expect(answer.userErrors[0]).toMatchObject({ code, ...also });
    const { message, messages } = answer.userErrors[0]!;
    expect(message).toBe(messages.sv);
    expect(messages.sv).not.toBe(messages.en);
    expect(await position(slug)).toBe(before);
    return answer.userErrors[0]!;
  };
  const on = '2020-01-01';

  test.each<[string, string, object, string, Partial<UserError>]>([
    [
      'a day that is not there',
      'renameUnit',
      { on: '2021-02-29', unit: 'a', name: 'X' },
      'INVALID_DATE',
      { field: 'on' },
    ],
    ['the day zero', 'renameUnit', { on: '0000-00-00', unit: 'a', name: 'X' }, 'INVALID_DATE', {}],
    ['infinity', 'renameUnit', { on: 'infinity', unit: 'a', name: 'X' }, 'INVALID_DATE', {}],
    [
      'an interval that ends first',
      'renameUnit',
      { on: '2021-06/2021-03', unit: 'a', name: 'X' },
      'INVALID_INTERVAL',
      {},
    ],
    ['a unit under itself', 'transferUnit', { on, unit: 'a', to: 'a' }, 'CYCLE', {}],
    ['a unit under its own child', 'transferUnit', { on, unit: 'top', to: 'a' }, 'CYCLE', { date: on }],
    [
      'a parent that ends before its children',
      'dissolveUnit',
      { on, unit: 'top', succession: 'NONE' },
      'PARENT_NOT_IN_FORCE',
      { date: on },
    ],
    [
      'a change before birth',
      'renameUnit',
      { on: '1999-12-31', unit: 'a', name: 'X' },
      'NOT_IN_FORCE',
      { date: '1999-12-31' },
    ],
    ['a merger with itself', 'mergeUnits', { on, units: ['a', 'a'], into: unit('x') }, 'DUPLICATE_UNIT', {}],
    [
      'a merger of one',
      'mergeUnits',
      { on, units: ['a'], into: unit('x') },
      'INVALID_FIELD',
      { field: 'units' },
    ],
    ['a unit absorbed by itself', 'absorbUnits', { on, units: ['a'], into: 'a' }, 'ACTS_ON_ITSELF', {}],
    [
      'a split into one',
      'splitUnit',
      { on, unit: 'a', into: [{ establish: unit('x') }] },
      'INVALID_FIELD',
      { field: 'into' },
    ],
    [
      'a split that forgets a child',
      'splitUnit',
      { on, unit: 'top', into: [{ establish: unit('x', null) }, { establish: unit('y', null) }] },
      'PARENT_NOT_IN_FORCE',
      {},
    ],
    [
      'a unit that is not there',
      'renameUnit',
      { on, unit: 'nowhere', name: 'X' },
      'UNKNOWN_UNIT',
      { field: 'unit' },
    ],
    [
      'a parent that is not there',
      'establishUnit',
      { on, unit: unit('x', 'nowhere') },
      'UNKNOWN_UNIT',
      { field: 'unit.parent' },
    ],
    ['a key that is taken', 'establishUnit', { on, unit: unit('a') }, 'KEY_TAKEN', {}],
    ['a change that is not there', 'cancelChange', { change: 'nothing', reason: 'x' }, 'UNKNOWN_CHANGE', {}],
    [
      'an amendment without a reason',
      'cancelChange',
      { change: 'nothing' },
      'REASON_REQUIRED',
      { field: 'reason' },
    ],
    [
      'a dissolution that says nothing of successors',
      'dissolveUnit',
      { on, unit: 'a' },
      'INVALID_FIELD',
      { field: 'successors' },
    ],
    [
      'a dissolution that says two things',
      'dissolveUnit',
      { on, unit: 'a', successors: ['b'], succession: 'NONE' },
      'INVALID_FIELD',
      {},
    ],
    [
      'a transfer that does not say where',
      'transferUnit',
      { on, unit: 'a' },
      'INVALID_FIELD',
      { field: 'to' },
    ],
    [
      'a scheme given twice',
      'recodeUnit',
      {
        on,
        unit: 'a',
        codes: [
          { scheme: 'h', value: '1' },
          { scheme: 'h', value: '2' },
        ],
      },
      'INVALID_FIELD',
      { field: 'codes' },
    ],
    ['a reorganisation that says nothing', 'reorganiseUnits', { on }, 'INVALID_FIELD', {}],
    [
      'shares of more than the whole',
      'reorganiseUnits',
      {
        on,
        begins: [unit('x'), unit('y')],
        lineage: [
          { from: 'a', to: 'x', relation: 'PART_MOVED_TO', share: 0.7 },
          { from: 'a', to: 'y', relation: 'PART_MOVED_TO', share: 0.7 },
        ],
      },
      'SHARES_EXCEED_ONE',
      {},
    ],
    ['a blank name', 'renameUnit', { on, unit: 'a', name: ' \t ' }, 'INVALID_FIELD', { field: 'name' }],
    [
      'a name with NUL',
      'renameUnit',
      { on, unit: 'a', name: 'A\u0000B' },
      'INVALID_FIELD',
      { field: 'name' },
    ],
    [
      'a name with half a surrogate pair',
      'renameUnit',
      { on, unit: 'a', name: 'A\ud800' },
      'INVALID_FIELD',
      { field: 'name' },
    ],
    [
      'a name that turns the line',
      'renameUnit',
      { on, unit: 'a', name: 'A\u202eB' },
      'INVALID_FIELD',
      { field: 'name' },
    ],
    [
      'a name of 501 characters',
      'renameUnit',
      { on, unit: 'a', name: 'x'.repeat(501) },
      'INVALID_FIELD',
      { field: 'name' },
    ],
    [
      'a reason with half a surrogate pair',
      'renameUnit',
      { on, unit: 'a', name: 'X', reason: '\udfff' },
      'INVALID_FIELD',
      { field: 'reason' },
    ],
    [
      'a source that cannot be kept',
      'renameUnit',
      { on, unit: 'a', name: 'X', source: { page: ['\ud800'] } },
      'INVALID_FIELD',
      { field: 'source.page[0]' },
    ],
    ['an empty change set', 'recordChanges', { changes: [] }, 'NOTHING_TO_RECORD', {}],
    [
      'a stale position',
      'renameUnit',
      { on, unit: 'a', name: 'X', expectedPosition: 1 },
      'STALE_POSITION',
      {},
    ],
    [
      'a position not reached',
      'renameUnit',
      { on, unit: 'a', name: 'X', expectedPosition: 6000 },
      'STALE_POSITION',
      {},
    ],
    ['a change that changes nothing', 'renameUnit', { on, unit: 'a', name: 'A' }, 'NOTHING_CHANGES', {}],
  ])('%s', async (_, name, input, code, also) => {
    await refused(name, () => input, code, also);
  });

  test('another organisation', async () => {
    const answer = await mutate('renameUnit', { organisation: 'nope\u0000', on, unit: 'a', name: 'X' });
    expect(answer).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'UNKNOWN_ORGANISATION' }] });
  });

  test('a change after death', async () => {
    const dissolve = (slug: string) =>
      mutate('dissolveUnit', { organisation: slug, on: '2010-01-01', unit: 'a', succession: 'NONE' });
    const error = await refused(
      'renameUnit',
      () => ({ on, unit: 'a', name: 'X' }),
      'NOT_IN_FORCE',
      { date: on },
      dissolve,
    );
    expect(error.units).toMatchObject([{ name: 'A' }]);
  });

  test('a retroactive end that leaves later changes without their unit', async () => {
    const rename = (slug: string) => mutate('renameUnit', { organisation: slug, on, unit: 'a', name: 'Sen' });
    const error = await refused(
      'dissolveUnit',
      () => ({ on: '2010-01-01', unit: 'a', succession: 'NONE' }),
      'NOT_IN_FORCE',
      { date: on },
      rename,
    );
    expect(error.changes.length).toBeGreaterThan(0);
  });

  test('a code that another unit has', async () => {
    const code = (of: string) => ({ on, unit: of, codes: [{ scheme: 'hsa', value: 'SE1' }] });
    const give = (slug: string) => mutate('recodeUnit', { organisation: slug, ...code('a') });
    const error = await refused('recodeUnit', () => code('b'), 'CODE_TAKEN', { date: on }, give);
    expect(error.units.map(({ name }) => name)).toEqual(expect.arrayContaining(['A', 'B']));
  });

  test('overlapping times of one unit', async () => {
    await refused('reactivateUnit', () => ({ on, unit: 'a' }), 'ALREADY_IN_FORCE');
  });

  test('a cancellation of what has taken effect, and an amendment of what is cancelled', async () => {
    const slug = await organisation();
    await mutate('renameUnit', { organisation: slug, on, unit: 'a', name: 'X', externalId: 'old' });
    const late = await mutate('cancelChange', { organisation: slug, change: 'old', reason: 'Ångrat' });
    expect(late.userErrors).toMatchObject([{ code: 'ALREADY_IN_EFFECT' }]);
    await mutate('renameUnit', {
      organisation: slug,
      on: '2990-01-01',
      unit: 'a',
      name: 'Y',
      externalId: 'far',
    });
    await mutate('cancelChange', { organisation: slug, change: 'far', reason: 'Ångrat' });
    const again = await mutate('rescheduleChange', { organisation: slug, change: 'far', on, reason: 'Nej' });
    expect(again.userErrors).toMatchObject([{ code: 'CHANGE_CANCELLED' }]);
  });

  test('a correction of a correction stands, and one that breaks what was built on a merged unit does not', async () => {
    const slug = await organisation();
    const merge = { on, units: ['a', 'b'], into: unit('ab') };
    await mutate('mergeUnits', { organisation: slug, ...merge, externalId: 'm' });
    const correct = (content: object) =>
      mutate('correctChange', { organisation: slug, change: 'm', with: { merge: content }, reason: 'Fel' });
    expect((await correct({ ...merge, units: ['a', 'c'] })).outcome).toBe('RECORDED');
    expect((await correct({ ...merge, units: ['b', 'c'] })).outcome).toBe('RECORDED');
    expect(await chart(slug, on)).toEqual(['TOP', '  A', '  AB']);
    await mutate('renameUnit', { organisation: slug, on: '2021-01-01', unit: 'a', name: 'Alfa' });
    const before = await position(slug);
    const broken = await correct({ ...merge, units: ['a', 'b'] });
    expect(broken.userErrors).toMatchObject([{ code: 'NOT_IN_FORCE', date: '2021-01-01' }]);
    expect(await position(slug)).toBe(before);
  });

  test('twice on one day is in order: the last holds', async () => {
    const slug = await organisation();
    await mutate('renameUnit', { organisation: slug, on, unit: 'a', name: 'Först' });
    expect((await mutate('renameUnit', { organisation: slug, on, unit: 'a', name: 'Sist' })).outcome).toBe(
      'RECORDED',
    );
    expect(await chart(slug, on)).toContain('  Sist');
  });

  test('one bad change of a set', async () => {
    const slug = await organisation();
    const answer = await mutate('recordChanges', {
      organisation: slug,
      changes: [
        { rename: { on, unit: 'a', name: 'Ny' } },
        { establish: { on, unit: { ...unit('x'), name: '' } } },
        { rename: { on: '2021-13-01', unit: 'b', name: 'Ny' } },
      ],
    });
    expect(answer.userErrors).toMatchObject([
      { code: 'INVALID_FIELD', index: 1, field: 'unit.name' },
      { code: 'INVALID_DATE', index: 2, field: 'on' },
    ]);
    expect(await chart(slug, on)).toContain('  A');
  });

  test('inputs that GraphQL itself does not take', async () => {
    const slug = await organisation();
    const rename = (terms: string) =>
      api.ask(
        `mutation { renameUnit(input: { organisation: "${slug}", on: "${on}", unit: "a", name: "X" ${terms} }) { outcome } }`,
      );
    const codes = async (terms: string) =>
      (await rename(terms)).errors.map(({ extensions }) => extensions.code);
    expect(await codes('expectedPosition: -1')).toEqual(['INVALID_POSITION']);
    expect(await codes('expectedPosition: 1.5')).toEqual(['INVALID_POSITION']);
    expect(await codes('expectedPosition: "5"')).toEqual(['INVALID_POSITION']);
    expect(await codes('confirm: [EVERYTHING]')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const query = `mutation ($input: RecordChangesInput!) { recordChanges(input: $input) { outcome } }`;
    const both = { rename: { on, unit: 'a', name: 'X' }, cancel: { change: 'x' } };
    for (const changes of [[both], [{}], [{ rename: null }]]) {
      const { errors } = await api.ask(query, { input: { organisation: slug, changes } });
      expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    }
    const { errors } = await api.ask(
      `mutation ($p: Position) { renameUnit(input: { organisation: "${slug}", on: "${on}", unit: "a", name: "X", expectedPosition: $p }) { outcome } }`,
      { p: -1 },
    );
    expect(errors[0]!.extensions.code).toBe('INVALID_POSITION');
    expect(await position(slug)).toBe(5);
  });

  test('an organisation with a bad or taken slug, or a bad name', async () => {
    const slug = await organisation();
    const register = async (input: object) => {
      const data = await api.data<{ registerOrganisation: Payload }>(
        `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { outcome userErrors { code field } } }`,
        { input },
      );
      return data.registerOrganisation.userErrors;
    };
    expect(await register({ slug, name: 'X' })).toEqual([{ code: 'SLUG_TAKEN', field: 'slug' }]);
    expect(await register({ slug: "'; drop table", name: 'X' })).toEqual([
      { code: 'INVALID_SLUG', field: 'slug' },
    ]);
    expect(await register({ slug: 'new', name: '  ' })).toEqual([{ code: 'INVALID_NAME', field: 'name' }]);
    expect(await register({ slug: 'new', name: 'a\u0000' })).toEqual([
      { code: 'INVALID_FIELD', field: 'name' },
    ]);
  });
});

test('names are kept as they are meant: composed, with quotes and markup as plain text', async () => {
  const slug = await organisation();
  const names = ["'; drop table ledger; --", '<script>alert(1)</script>', 'A\u030angs', '${jndi}', '=1+1'];
  for (const [i, name] of names.entries()) {
    const made = await mutate('establishUnit', {
      organisation: slug,
      on: '2020-01-01',
      unit: { ...unit(`n${i}`), name },
    });
    expect(made.units[0]!.name).toBe(name.normalize('NFC'));
  }
  expect((await chart(slug, '2020-01-01')).filter((name) => name.includes('\u00c5ngs'))).toHaveLength(1);
});
