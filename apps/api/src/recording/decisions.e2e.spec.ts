import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../testing/served-api.js';

const PAYLOAD = `{ outcome position recordedAt
  changes { id recording position sentence { sv } reasons { code date units { name } } }
  records { id kind recording position sentence { sv en } }
  userErrors { code index field message } warnings { code } }`;

interface Payload {
  readonly outcome: string;
  readonly position: number | null;
  readonly recordedAt: string | null;
  readonly changes: readonly {
    readonly id: string;
    readonly recording: string;
    readonly position: number;
    readonly sentence: { readonly sv: string } | null;
    readonly reasons: readonly { readonly code: string }[];
  }[];
  readonly records: readonly {
    readonly id: string;
    readonly kind: string;
    readonly recording: string;
    readonly position: number;
    readonly sentence: { readonly sv: string; readonly en: string } | null;
  }[];
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
}

let api: ServedApi;
let slugs = 0;
beforeAll(async () => {
  api = await servedApi();
});
afterAll(() => api.close());

async function mutate(name: string, input: object): Promise<Payload> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const data = await api.data<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) ${PAYLOAD} }`,
    { input },
  );
  return data[name]!;
}

/** Records what must not be refused. */
async function record(name: string, input: object): Promise<Payload> {
  const payload = await mutate(name, input);
  expect([payload.outcome, payload.userErrors]).toEqual(['RECORDED', []]);
  return payload;
}

/** An organisation of its own for a test: an assembly, two boards, and an area under each. */
async function organisation(): Promise<string> {
  const slug = `d${++slugs}`;
  await api.data(
    `mutation ($slug: String!) { registerOrganisation(input: { slug: $slug, name: "Regionen" }) { outcome } }`,
    { slug },
  );
  const units = [
    { key: 'rf', name: 'Regionfullmäktige', type: 'regionfullmaktige', parent: null },
    { key: 'rs', name: 'Regionstyrelsen', type: 'regionstyrelse', parent: 'rf' },
    { key: 'ds', name: 'Driftnämnden Service', type: 'driftnamnd', parent: 'rf' },
    { key: 'teknik', name: 'Medicinsk teknik', type: 'verksamhetsomrade', parent: 'rs' },
    { key: 'stad', name: 'Städ', type: 'verksamhetsomrade', parent: 'ds' },
  ];
  await record('recordChanges', {
    organisation: slug,
    changes: units.map((unit) => ({ establish: { on: '2017-01-01', unit } })),
  });
  return slug;
}

const MATTER = { externalId: 'arende', number: 'RS200432', title: 'Medicinsk teknik till Service' };
const PROPOSAL = {
  externalId: 'rs-8',
  matter: 'RS200432',
  body: { unit: 'rs' },
  act: 'PROPOSES',
  to: { unit: 'rf' },
  paragraph: '§ 8',
  on: '2020-09-02',
};
const DECISION = {
  externalId: 'rf-5',
  matter: 'RS200432',
  body: { unit: 'rf' },
  act: 'DECIDES',
  paragraph: '§ 5',
  on: '2020-10-07',
  answers: ['rs-8'],
};
const TRANSFER = {
  externalId: 'flytt',
  on: '2021-01-01',
  unit: 'teknik',
  to: 'ds',
  basis: { matter: 'RS200432', decision: 'rs-8' },
};

/** With the matter, its proposal and the transfer that rests on it. */
async function proposed(): Promise<string> {
  const slug = await organisation();
  await record('openMatter', { organisation: slug, ...MATTER });
  await record('recordDecision', { organisation: slug, ...PROPOSAL });
  await record('transferUnit', { organisation: slug, ...TRANSFER });
  return slug;
}

/** Names in the chart of 2023 with the unit that each stands under. */
async function chart(slug: string, standing = 'IN_FORCE'): Promise<Record<string, string | null>> {
  const data = await api.data<{
    organisation: { chart: { id: string; name: string; parentId: string | null }[] };
  }>(
    `query ($slug: String!, $standing: Standing) {
      organisation(slug: $slug, at: "2023-01-01", standing: $standing) { chart { id name parentId } } }`,
    { slug, standing },
  );
  const { chart: units } = data.organisation;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return Object.fromEntries(units.map(({ name, parentId }) => [name, parentId && names.get(parentId)!]));
}

async function position(slug: string): Promise<number> {
  const data = await api.data<{ organisation: { position: number } }>(
    `query ($slug: String!) { organisation(slug: $slug) { position } }`,
    { slug },
  );
  return data.organisation.position;
}

const UNDER_RS = { 'Medicinsk teknik': 'Regionstyrelsen' };
const UNDER_DS = { 'Medicinsk teknik': 'Driftnämnden Service' };

describe('a change that rests on a proposal', () => {
  test('is pending: in the chart with what is proposed only', async () => {
    const slug = await organisation();
    const opened = await record('openMatter', { organisation: slug, ...MATTER });
    expect(opened.records).toMatchObject([
      {
        kind: 'MATTER',
        recording: 'RECORDED',
        position: opened.position,
        sentence: {
          sv: 'Ärendet RS200432 Medicinsk teknik till Service',
          en: 'The matter RS200432 Medicinsk teknik till Service',
        },
      },
    ]);
    expect(opened.changes).toEqual([]);
    await record('recordDecision', { organisation: slug, ...PROPOSAL });
    const transfer = await record('transferUnit', { organisation: slug, ...TRANSFER });
    expect(transfer).toMatchObject({ changes: [{ recording: 'PROPOSED' }], records: [] });
    expect(await chart(slug)).toMatchObject(UNDER_RS);
    expect(await chart(slug, 'CONDITIONAL')).toMatchObject(UNDER_RS);
    expect(await chart(slug, 'PROPOSED')).toMatchObject(UNDER_DS);
  });

  test('comes into force by the assembly’s decision that answers it', async () => {
    const slug = await proposed();
    const decided = await record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided.records).toMatchObject([
      {
        kind: 'DECISION',
        recording: 'RECORDED',
        sentence: { sv: 'Regionfullmäktige § 5 beslutade (den 7 oktober 2020)' },
      },
    ]);
    expect(decided.changes).toMatchObject([
      {
        recording: 'ENACTED',
        position: decided.position,
        sentence: { sv: expect.stringContaining('Medicinsk teknik') },
        reasons: [],
      },
    ]);
    expect(await chart(slug)).toMatchObject(UNDER_DS);
  });

  test('stays pending by the decision of a body that is not competent', async () => {
    const slug = await proposed();
    const decided = await record('recordDecision', {
      organisation: slug,
      ...DECISION,
      body: { unit: 'rs' },
    });
    expect(decided.changes).toEqual([]);
    expect(await chart(slug)).toMatchObject(UNDER_RS);
  });

  test('comes into force where a rule makes that body competent', async () => {
    const slug = await proposed();
    await record('setCompetenceRule', {
      organisation: slug,
      scope: 'ACROSS_BOARDS',
      changes: ['TRANSFER'],
      by: { unit: 'rs' },
      authority: 'Reglementet',
    });
    const decided = await record('recordDecision', {
      organisation: slug,
      ...DECISION,
      body: { unit: 'rs' },
    });
    expect(decided.changes).toMatchObject([{ recording: 'ENACTED' }]);
  });

  test('is recorded with the matter and the decisions in one change set', async () => {
    const slug = await organisation();
    const made = await record('recordChanges', {
      organisation: slug,
      changes: [
        { matter: MATTER },
        { decision: PROPOSAL },
        { decision: DECISION },
        { transfer: { ...TRANSFER, basis: { decisions: ['rs-8', 'rf-5'] } } },
      ],
    });
    expect(made.records.map(({ kind }) => kind)).toEqual(['MATTER', 'DECISION', 'DECISION']);
    expect(made.changes.map(({ recording }) => recording)).toEqual(['PROPOSED', 'ENACTED']);
    expect(await chart(slug)).toMatchObject(UNDER_DS);
  });

  test('stands beside a rival proposal of another matter', async () => {
    const slug = await proposed();
    const rival = await record('recordChanges', {
      organisation: slug,
      changes: [
        { matter: { number: 'DS200001', title: 'Medicinsk teknik läggs ned' } },
        {
          decision: {
            externalId: 'ds-1',
            matter: 'DS200001',
            body: { unit: 'ds' },
            act: 'PROPOSES',
            to: { unit: 'rf' },
          },
        },
        {
          dissolve: { on: '2020-06-01', unit: 'teknik', succession: 'NONE', basis: { decision: 'ds-1' } },
        },
      ],
    });
    expect(rival.changes).toMatchObject([{ recording: 'PROPOSED' }]);
    expect(await chart(slug)).toMatchObject(UNDER_RS);
    const decided = await record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided.changes).toMatchObject([{ recording: 'ENACTED' }]);
    expect(await chart(slug)).toMatchObject(UNDER_DS);
  });
});

describe('a condition', () => {
  const CONDITION = { externalId: 'villkor', decision: 'rf-5', text: 'Förhandling är avslutad' };

  /** Decided on a condition, in one change set. */
  async function conditional(): Promise<string> {
    const slug = await proposed();
    await record('recordChanges', {
      organisation: slug,
      changes: [{ decision: DECISION }, { condition: CONDITION }],
    });
    return slug;
  }

  test('is waited for, and the change comes into force once it is met', async () => {
    const slug = await conditional();
    expect(await chart(slug)).toMatchObject(UNDER_RS);
    expect(await chart(slug, 'CONDITIONAL')).toMatchObject(UNDER_DS);
    const met = await record('meetCondition', {
      organisation: slug,
      condition: 'villkor',
      on: '2020-11',
      evidence: 'Protokoll från förhandlingen',
    });
    expect(met).toMatchObject({
      records: [{ kind: 'CONDITION_MET', sentence: { sv: 'Villkoret uppfylldes: Förhandling är avslutad' } }],
      changes: [{ recording: 'ENACTED' }],
    });
    expect(await chart(slug)).toMatchObject(UNDER_DS);
  });

  test('that fails lets the change lapse: out of every chart', async () => {
    const slug = await conditional();
    const failed = await record('failCondition', { organisation: slug, condition: 'villkor' });
    expect(failed).toMatchObject({ records: [{ kind: 'CONDITION_FAILED' }], changes: [] });
    for (const standing of ['IN_FORCE', 'CONDITIONAL', 'PROPOSED']) {
      expect(await chart(slug, standing)).toMatchObject(UNDER_RS);
    }
  });

  test('is settled once', async () => {
    const slug = await conditional();
    await record('failCondition', { organisation: slug, condition: 'villkor' });
    for (const name of ['meetCondition', 'failCondition']) {
      expect(await mutate(name, { organisation: slug, condition: 'villkor' })).toMatchObject({
        outcome: 'REFUSED',
        userErrors: [{ code: 'ALREADY_SETTLED', field: 'condition' }],
      });
    }
  });
});

describe('a decision', () => {
  test('that is withdrawn suspends what came into force by it', async () => {
    const slug = await proposed();
    await record('recordDecision', { organisation: slug, ...DECISION });
    const withdrawn = await record('withdrawRecord', {
      organisation: slug,
      record: 'rf-5',
      reason: 'Det var ett annat ärende',
    });
    expect(withdrawn).toMatchObject({
      records: [
        { kind: 'DECISION', recording: 'WITHDRAWN', sentence: { sv: expect.stringContaining('§ 5') } },
      ],
      changes: [{ recording: 'SUSPENDED' }],
    });
    expect(await chart(slug)).toMatchObject(UNDER_RS);
    expect(await chart(slug, 'PROPOSED')).toMatchObject(UNDER_DS);
    expect(
      await mutate('withdrawRecord', { organisation: slug, record: 'rf-5', reason: 'Igen' }),
    ).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'RECORD_WITHDRAWN', field: 'record' }] });
  });

  test('that is corrected to a proposal does so too, and brings it back when it is corrected again', async () => {
    const slug = await proposed();
    const decided = await record('recordDecision', { organisation: slug, ...DECISION });
    const { externalId: _, ...content } = DECISION;
    const correct = (act: string) =>
      record('correctRecord', {
        organisation: slug,
        record: 'rf-5',
        with: { decision: { ...content, act } },
        reason: 'Felläst protokoll',
      });
    const corrected = await correct('PROPOSES');
    expect(corrected).toMatchObject({
      records: [{ id: decided.records[0]!.id, kind: 'DECISION', recording: 'CORRECTED' }],
      changes: [{ recording: 'SUSPENDED' }],
    });
    expect(await chart(slug)).toMatchObject(UNDER_RS);
    expect(await correct('DECIDES')).toMatchObject({ changes: [{ recording: 'ENACTED' }] });
    expect(await chart(slug)).toMatchObject(UNDER_DS);
  });

  test('that a court annuls takes the change back', async () => {
    const slug = await proposed();
    await record('recordDecision', { organisation: slug, ...DECISION });
    const lodged = await record('recordAppeal', { organisation: slug, decision: 'rf-5', outcome: 'LODGED' });
    expect(lodged).toMatchObject({ records: [{ kind: 'APPEAL' }], changes: [] });
    const annulled = await record('recordAppeal', {
      organisation: slug,
      decision: 'rf-5',
      outcome: 'ANNULLED',
      on: '2021-05',
    });
    expect(annulled.changes).toMatchObject([{ recording: 'ANNULLED' }]);
    expect(await chart(slug)).toMatchObject(UNDER_RS);
  });

  test('on a change that the structure no longer allows is recorded, and blocks it until it is rescheduled', async () => {
    const slug = await proposed();
    await record('dissolveUnit', {
      organisation: slug,
      on: '2020-12-31',
      unit: 'teknik',
      succession: 'NONE',
    });
    const decided = await record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided).toMatchObject({
      records: [{ kind: 'DECISION', recording: 'RECORDED' }],
      changes: [
        {
          recording: 'BLOCKED',
          sentence: null,
          reasons: [{ code: 'NOT_IN_FORCE', date: '2021-01-01', units: [{ name: 'Medicinsk teknik' }] }],
        },
      ],
    });
    const rescheduled = await record('rescheduleChange', {
      organisation: slug,
      change: 'flytt',
      on: '2020-12-01',
      reason: 'Flytten skedde innan enheten lades ned',
    });
    expect(rescheduled.changes.map(({ recording }) => recording)).toEqual(['RESCHEDULED', 'ENACTED']);
    const then = await api.data(
      `query ($slug: String!) { organisation(slug: $slug, at: "2020-12-15") {
        unit(id: "teknik") { parent { name } } } }`,
      { slug },
    );
    expect(then).toEqual({ organisation: { unit: { parent: { name: 'Driftnämnden Service' } } } });
  });
});

describe('what is recorded', () => {
  test('is found under its idempotencyKey again, with what followed from it', async () => {
    const slug = await proposed();
    const input = { organisation: slug, ...DECISION, idempotencyKey: 'beslut' };
    const first = await record('recordDecision', input);
    const again = await mutate('recordDecision', input);
    expect(again).toEqual({ ...first, outcome: 'REPEATED' });
    expect(await mutate('recordDecision', { ...input, paragraph: '§ 6' })).toMatchObject({
      outcome: 'REFUSED',
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  test('is only tried with validateOnly', async () => {
    const slug = await proposed();
    const before = await position(slug);
    const tried = await mutate('recordDecision', { organisation: slug, ...DECISION, validateOnly: true });
    expect(tried).toMatchObject({
      outcome: 'VALID',
      recordedAt: null,
      records: [{ kind: 'DECISION' }],
      changes: [{ recording: 'ENACTED' }],
    });
    expect(await position(slug)).toBe(before);
    expect(await chart(slug)).toMatchObject(UNDER_RS);
    await record('recordDecision', { organisation: slug, ...DECISION, expectedPosition: before });
  });

  test('is refused when something else was recorded since expectedPosition', async () => {
    const slug = await proposed();
    const refused = await mutate('recordDecision', {
      organisation: slug,
      ...DECISION,
      expectedPosition: (await position(slug)) - 1,
    });
    expect(refused.userErrors).toMatchObject([{ code: 'STALE_POSITION' }]);
  });
});

describe('a refusal', () => {
  let slug: string;
  beforeAll(async () => {
    slug = await proposed();
    await record('recordChanges', {
      organisation: slug,
      changes: [
        { matter: { externalId: 'annat', number: 'RS210001', title: 'Ett annat ärende' } },
        { decision: { externalId: 'rs-1', matter: 'RS210001', body: { unit: 'rs' }, act: 'PREPARES' } },
        {
          observation: {
            externalId: 'iakttagelse',
            says: 'Den finns kvar',
            units: ['stad'],
            confidence: 'LOW',
          },
        },
      ],
    });
  });

  const { externalId: _, ...unnamed } = DECISION;
  test.each<[string, string, object, object]>([
    [
      'of an unknown matter',
      'recordDecision',
      { ...unnamed, matter: 'RS999999' },
      { code: 'UNKNOWN_RECORD', field: 'matter' },
    ],
    [
      'of a number that is taken',
      'openMatter',
      { number: 'RS200432', title: 'Samma' },
      { code: 'RECORD_NAME_TAKEN', field: 'number' },
    ],
    [
      'of a name that a record has',
      'openMatter',
      { externalId: 'rs-8', title: 'Samma' },
      { code: 'RECORD_ID_TAKEN', field: 'id' },
    ],
    [
      'of a name that a change has',
      'openMatter',
      { externalId: 'flytt', title: 'Samma' },
      { code: 'RECORD_ID_TAKEN', field: 'id' },
    ],
    [
      'of a change with the name of a record',
      'renameUnit',
      { externalId: 'rs-8', on: '2022-01-01', unit: 'stad', name: 'Lokalvård' },
      { code: 'CHANGE_ID_TAKEN', field: 'id' },
    ],
    [
      'of a unit that nobody knows',
      'recordDecision',
      { ...unnamed, recipients: [{ unit: 'rs' }, { unit: 'ingen' }] },
      { code: 'UNKNOWN_UNIT', field: 'recipients[1]' },
    ],
    [
      'of a party that is neither a unit nor a name',
      'recordDecision',
      { ...unnamed, body: {} },
      { code: 'INVALID_FIELD', field: 'body.name' },
    ],
    [
      'of a date that nobody can read',
      'recordDecision',
      { ...unnamed, on: 'förra våren' },
      { code: 'INVALID_FIELD', field: 'on' },
    ],
    [
      'of an unknown change',
      'recordDecision',
      { ...unnamed, points: [{ text: 'Flytten', changes: ['flytt', 'ingen'] }] },
      { code: 'UNKNOWN_CHANGE', field: 'points[0].changes[1]' },
    ],
    [
      'of a decision that is a matter',
      'setCondition',
      { decision: 'arende', text: 'Något' },
      { code: 'UNKNOWN_RECORD', field: 'decision' },
    ],
    [
      'of a change that rests on the decision of another matter than it says',
      'renameUnit',
      {
        on: '2022-01-01',
        unit: 'stad',
        name: 'Lokalvård',
        basis: { matter: 'RS200432', decision: 'rs-1' },
      },
      { code: 'OTHER_MATTER', field: 'basis.decision' },
    ],
    [
      'of a decision that answers itself',
      'correctRecord',
      { record: 'rs-8', with: { decision: { ...unnamed, answers: ['rs-8'] } }, reason: 'Fel' },
      { code: 'ANSWERS_ITSELF', field: 'with.answers' },
    ],
    [
      'of a correction to another kind',
      'correctRecord',
      { record: 'rs-8', with: { matter: { title: 'Ärende' } }, reason: 'Fel' },
      { code: 'KIND_DIFFERS', field: 'with.kind' },
    ],
    [
      'of a correction without a reason',
      'correctRecord',
      { record: 'arende', with: { matter: { title: 'Ärende' } } },
      { code: 'REASON_REQUIRED', field: 'reason' },
    ],
    [
      'of a correction that has circumstances of its own',
      'correctRecord',
      { record: 'arende', with: { matter: { externalId: 'x', title: 'Ärende' } }, reason: 'Fel' },
      { code: 'INVALID_FIELD', field: 'with.externalId' },
    ],
    [
      'of a correction of nothing',
      'correctRecord',
      { record: 'ingen', with: { matter: { title: 'Ärende' } }, reason: 'Fel' },
      { code: 'UNKNOWN_RECORD', field: 'record' },
    ],
    [
      'of a withdrawal of a change',
      'withdrawRecord',
      { record: 'flytt', reason: 'Fel' },
      { code: 'UNKNOWN_RECORD', field: 'record' },
    ],
    [
      'of a text that cannot be kept',
      'openMatter',
      { title: 'NUL \u0000' },
      { code: 'INVALID_FIELD', field: 'title' },
    ],
    [
      'of a competence rule that says no board',
      'setCompetenceRule',
      { scope: 'ANY', by: { board: false } },
      { code: 'INVALID_FIELD' },
    ],
  ])('%s', async (_what, name, input, error) => {
    const before = await position(slug);
    const refused = await mutate(name, { organisation: slug, ...input });
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      position: null,
      records: [],
      userErrors: [{ index: 0, ...error }],
    });
    expect(await position(slug)).toBe(before);
  });

  test('of one record refuses the whole change set, and says which', async () => {
    const before = await position(slug);
    const refused = await mutate('recordChanges', {
      organisation: slug,
      changes: [
        { matter: { number: 'RS210002', title: 'Ett ärende' } },
        { rename: { on: '2022-01-01', unit: 'stad', name: 'Lokalvård' } },
        { conditionMet: { condition: 'ingen' } },
      ],
    });
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      userErrors: [{ code: 'UNKNOWN_RECORD', index: 2, field: 'condition' }],
    });
    expect(await position(slug)).toBe(before);
  });

  test('of an inference that is reviewed a second time', async () => {
    await record('confirmObservation', { organisation: slug, observation: 'iakttagelse' });
    expect(
      await mutate('rejectObservation', { organisation: slug, observation: 'iakttagelse' }),
    ).toMatchObject({ userErrors: [{ code: 'ALREADY_SETTLED', field: 'observation' }] });
  });
});
