import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { servedHalland } from '../testing/served-demo.js';
import type { ServedApi } from '../testing/served-api.js';

interface Event {
  readonly position: number;
  readonly type: string;
  readonly hash: string;
  readonly hashBefore: string;
  readonly envelope: string;
  readonly reason: string | null;
  readonly actor: string;
  readonly about: string | null;
}
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly Event[];
}

let api: ServedApi;
let change: string;
beforeAll(async () => {
  api = await servedHalland();
  const input = { organisation: 'region-halland', on: '2031-01-01', unit: 'tele', name: 'Telservice' };
  const made = await api.data<{ renameUnit: { changes: { id: string }[] } }>(
    'mutation ($input: RenameUnitInput!) { renameUnit(input: $input) { changes { id } userErrors { code } } }',
    { input: { ...input, reason: 'Enligt plan' } },
  );
  change = made.renameUnit.changes[0]!.id;
  await api.data(
    'mutation ($input: CorrectChangeInput!) { correctChange(input: $input) { userErrors { code } } }',
    {
      input: {
        organisation: 'region-halland',
        change,
        with: { rename: { on: '2031-02-01', unit: 'tele', name: 'Telefonservice' } },
        reason: 'Felläst i protokollet',
      },
    },
  );
});
afterAll(() => api.close());

const FIELDS = 'position type hash hashBefore envelope reason actor about';

async function events(filter: object = {}, more: object = {}): Promise<Page> {
  const { organisation } = await api.data<{ organisation: { events: Page } }>(
    `query ($filter: LedgerEventFilterInput, $first: Int, $after: String, $knownAt: Instant) {
      organisation(slug: "region-halland", knownAt: $knownAt) {
        events(first: $first, after: $after, filter: $filter) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ${FIELDS} } } } }`,
    { filter, first: 200, ...more },
  );
  return organisation.events;
}

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

describe('the events of the ledger', () => {
  test('come newest first, without gaps, each with the hash that anybody can work out again', async () => {
    const { totalCount, nodes } = await events();
    expect(nodes.map(({ position }) => position)).toEqual(
      Array.from({ length: totalCount }, (_, i) => totalCount - i),
    );
    for (const { hash, hashBefore, envelope } of nodes) {
      const leaf = sha256('\0', envelope);
      expect(sha256(Buffer.from(hashBefore, 'hex'), leaf).toString('hex')).toBe(hash);
    }
    expect(nodes.at(-1)).toMatchObject({ type: 'ORGANISATION_REGISTERED', hashBefore: '0'.repeat(64) });
  });

  test('are of the type that is stored', async () => {
    for (const { type, envelope } of (await events()).nodes) {
      const stored = (JSON.parse(envelope) as { type: string }).type;
      expect(type).toBe(stored.replace(/(?<=.)[A-Z]/g, '_$&').toUpperCase());
    }
  });

  test('are paged through at one position, whatever is recorded meanwhile', async () => {
    const first = await events({}, { first: 3 });
    await api.data(
      `mutation { renameUnit(input: { organisation: "region-halland", on: "2032-01-01", unit: "tele", name: "T" }) { outcome } }`,
    );
    const second = await events({}, { first: 3, after: first.pageInfo.endCursor });
    expect(second.totalCount).toBe(first.totalCount);
    expect(second.nodes[0]!.position).toBe(first.nodes[2]!.position - 1);
  });

  test.each<[string, object, (event: Event) => boolean]>([
    ['by who recorded them', { actor: 'local' }, ({ actor }) => actor === 'local'],
    ['by type', { types: ['MATTER_OPENED'] }, ({ type }) => type === 'MATTER_OPENED'],
    ['by words of the reason', { reason: 'fellast PROTOKOLLET' }, ({ reason }) => /^Felläst/.test(reason!)],
    ['amendments', { amendments: true }, ({ type }) => /CORRECTED|RESCHEDULED|CANCELLED/.test(type)],
    ['by unit', { unit: 'tele', types: ['UNIT_RENAMED'] }, ({ envelope }) => envelope.includes('Tel')],
  ])('are found %s', async (_how, filter, isMeant) => {
    const { nodes, totalCount } = await events(filter, { first: 20 });
    expect(totalCount).toBeGreaterThan(0);
    expect(nodes.filter((event) => !isMeant(event) && !event.envelope.includes('"name":"T"'))).toEqual([]);
  });

  test('are found by the change they are about, and none by another actor', async () => {
    const { nodes } = await events({ about: change });
    expect(nodes.map(({ type }) => type)).toEqual(['CHANGE_CORRECTED', 'UNIT_RENAMED']);
    const called = async (about: string) => (await events({ about })).nodes.map(({ type }) => type);
    expect(await called('rh-overflyttning-it-linje')).toEqual(['CHANGE_PROPOSED']);
    expect(await called('rh-rs200432-rs-8')).toEqual(['DECISION_RECORDED']);
    expect(await called('nobody')).toEqual([]);
    expect((await events({ actor: 'loca' })).totalCount).toBe(0);
  });

  test('refuse a cursor of another question', async () => {
    const { pageInfo } = await events({ actor: 'local' }, { first: 1 });
    const { errors } = await api.ask(
      `query ($after: String) { organisation(slug: "region-halland") { events(first: 1, after: $after) { totalCount } } }`,
      { after: pageInfo.endCursor },
    );
    expect(errors[0]?.extensions.code).toBe('INVALID_CURSOR');
  });
});

describe('a correction', () => {
  test('says what was believed before, by whom and until when', async () => {
    const [{ position }] = (await events({ about: change })).nodes as [Event];
    const { organisation } = await api.data<{
      organisation: { event: Record<string, unknown> & { knownAt: string; unknownUntil: string } };
    }>(
      `query ($position: Position!) { organisation(slug: "region-halland") { event(position: $position) {
        type actor reason knownAt unknownUntil on { written } sentence { sv }
        change { id } record { id } scenario
        before { type reason on { written } sentence { sv } before { type } } } } }`,
      { position },
    );
    const { knownAt, unknownUntil, ...event } = organisation.event;
    expect(event).toEqual({
      type: 'CHANGE_CORRECTED',
      actor: 'local',
      reason: 'Felläst i protokollet',
      on: { written: '2031-02-01' },
      sentence: { sv: 'Teleservice bytte namn till Telefonservice' },
      change: { id: change },
      record: null,
      scenario: null,
      before: {
        type: 'UNIT_RENAMED',
        reason: 'Enligt plan',
        on: { written: '2031-01-01' },
        sentence: { sv: 'Teleservice bytte namn till Telservice' },
        before: null,
      },
    });
    expect(unknownUntil < knownAt).toBe(true);
    const at = async (time: string) => (await events({ about: change }, { knownAt: time })).totalCount;
    expect([await at(unknownUntil), await at(knownAt)]).toEqual([1, 2]);
  });

  test('of a position that is not there is null', async () => {
    const { organisation } = await api.data<{ organisation: object }>(
      `{ organisation(slug: "region-halland") { none: event(position: 0) { type } late: event(position: 99999) { type } } }`,
    );
    expect(organisation).toEqual({ none: null, late: null });
  });
});

describe('verification', () => {
  const VERIFY = `query ($checkpoints: [CheckpointInput!]) {
    verification(organisation: "region-halland", checkpoints: $checkpoints) {
      ok position hash checkpoints scenarios took startedAt parts { part ok problem position message { sv } } } }`;
  interface Verified {
    readonly verification: {
      readonly ok: boolean;
      readonly position: number | null;
      readonly hash: string | null;
      readonly parts: readonly { readonly part: string; readonly problem: string | null }[];
    };
  }
  const verify = (checkpoints: readonly object[] = []) =>
    api.data<Verified>(VERIFY, { checkpoints }).then(({ verification }) => verification);

  test('finds all parts well, and names the head', async () => {
    const [head] = (await events({}, { first: 1 })).nodes as [Event];
    expect(await verify()).toMatchObject({
      ok: true,
      position: head.position,
      hash: head.hash,
      scenarios: 0,
      parts: [
        { part: 'LEDGER', ok: true },
        { part: 'SCENARIOS', ok: true },
        { part: 'READ_MODEL', ok: true },
      ],
    });
  });

  test('holds the history to a checkpoint that was kept elsewhere', async () => {
    const { position, hash } = (await events()).nodes[7]!;
    expect(await verify([{ position, hash }])).toMatchObject({ ok: true, checkpoints: 1 });
    expect(await verify([{ position, hash: 'a'.repeat(64) }])).toMatchObject({
      ok: false,
      position: null,
      parts: [{ part: 'LEDGER', ok: false, problem: 'CHECKPOINT', position }],
    });
  });

  test('runs one at a time', async () => {
    const answers = await Promise.all([api.ask(VERIFY), api.ask(VERIFY), api.ask(VERIFY)]);
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code));
    expect(new Set(codes)).toEqual(new Set(['ALREADY_RUNNING']));
    expect(answers.some(({ errors }) => errors.length === 0)).toBe(true);
    expect((await verify()).ok).toBe(true);
  });

  test.each([
    ['a hash that is none', `[{ position: 1, hash: "x" }]`, 'BAD_USER_INPUT'],
    ['a position that is none', `[{ position: -1, hash: "${'a'.repeat(64)}" }]`, 'INVALID_POSITION'],
  ])('refuses %s', async (_what, checkpoints, code) => {
    const { errors } = await api.ask(
      `{ verification(organisation: "region-halland", checkpoints: ${checkpoints}) { ok } }`,
    );
    expect(errors[0]?.extensions.code).toBe(code);
  });

  test('knows only organisations that are there', async () => {
    const { errors } = await api.ask('{ verification(organisation: "ingen") { ok } }');
    expect(errors[0]?.extensions.code).toBe('UNKNOWN_ORGANISATION');
  });

  test('finds what was changed behind the back of the ledger', async () => {
    const owner = new pg.Client(api.database.ownerConfig);
    await owner.connect();
    try {
      await owner.query(`set session_replication_role = replica`);
      await owner.query(
        `update ledger.event set envelope = replace(envelope, 'Telservice', 'Telxervice') where envelope like '%Telservice%'`,
      );
    } finally {
      await owner.end();
    }
    const { ok, position, parts } = await verify();
    expect([ok, position, parts[0]?.problem]).toEqual([false, null, 'HASH']);
  });
});
