import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../testing/served-api.js';

const PAYLOAD = `{ outcome position
  changes { id recording sentence { sv en } }
  userErrors { code index field date units { name } } }`;

interface Payload {
  readonly outcome: string;
  readonly position: number | null;
  readonly changes: readonly { readonly id: string; readonly recording: string }[];
  readonly userErrors: readonly { readonly code: string }[];
}

let api: ServedApi;
let slugs = 0;
beforeAll(async () => {
  api = await servedApi();
});
afterAll(() => api.close());

const area = (key: string, name: string, parent: string | null = 'rs') => ({
  key,
  name,
  type: 'verksamhetsomrade',
  parent,
});

/** An organisation of its own for a test: a board with two areas since 2017, keys `rs`, `service`, `dmt`. */
async function organisation(): Promise<string> {
  const slug = `o${++slugs}`;
  await api.data(
    `mutation ($slug: String!) { registerOrganisation(input: { slug: $slug, name: "Regionen" }) { outcome } }`,
    { slug },
  );
  const units = [
    area('rs', 'Regionstyrelsen', null),
    area('service', 'VO Service'),
    area('dmt', 'VO Digitalisering'),
  ];
  await mutate('recordChanges', 'RecordChangesInput', {
    organisation: slug,
    changes: units.map((unit) => ({ establish: { on: '2017-01-01', unit } })),
  });
  return slug;
}

async function mutate(name: string, type: string, input: object): Promise<Payload> {
  const data = await api.data<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) ${PAYLOAD} }`,
    { input },
  );
  return data[name]!;
}

const move = (organisationSlug: string, more: object) =>
  mutate('moveResponsibility', 'MoveResponsibilityInput', {
    organisation: organisationSlug,
    on: '2021-01-01',
    unit: 'service',
    to: [{ unit: 'dmt' }],
    what: 'Medicinsk teknik',
    ...more,
  });

const anticipate = (organisationSlug: string, more: object) =>
  mutate('anticipateChange', 'AnticipateChangeInput', {
    organisation: organisationSlug,
    units: ['service', 'dmt'],
    what: 'ett (1) verksamhetsområde',
    ...more,
  });

async function chart(slug: string): Promise<string[]> {
  const data = await api.data<{ organisation: { chart: { name: string }[] } }>(
    `query ($slug: String!) { organisation(slug: $slug, at: "2023-01-01") { chart { name } } }`,
    { slug },
  );
  return data.organisation.chart.map(({ name }) => name);
}

describe('moveResponsibility', () => {
  test('is recorded, and is followed as lineage while both units live on', async () => {
    const slug = await organisation();
    const moved = await move(slug, { to: [{ unit: 'dmt', share: 0.4 }], resource: 'STAFF' });
    expect(moved).toMatchObject({
      outcome: 'RECORDED',
      position: 5,
      changes: [
        {
          recording: 'RECORDED',
          sentence: {
            sv: 'Personal för Medicinsk teknik flyttades från VO Service till VO Digitalisering (40 %)',
            en: 'Staff for Medicinsk teknik moved from VO Service to VO Digitalisering (40%)',
          },
        },
      ],
      userErrors: [],
    });
    expect(await chart(slug)).toEqual(['Regionstyrelsen', 'VO Digitalisering', 'VO Service']);
    const lineage = await api.data(
      `query ($slug: String!) { organisation(slug: $slug) { unit(id: "dmt") {
        lineage { direction relation share from { name } to { name } on { written } } } } }`,
      { slug },
    );
    expect(lineage).toEqual({
      organisation: {
        unit: {
          lineage: [
            {
              direction: 'BACK',
              relation: 'PART_MOVED_TO',
              share: 0.4,
              from: { name: 'VO Service' },
              to: { name: 'VO Digitalisering' },
              on: { written: '2021-01-01' },
            },
          ],
        },
      },
    });
  });

  test.each<[string, object, object]>([
    ['to itself', { to: [{ unit: 'service' }] }, { code: 'ACTS_ON_ITSELF', field: 'to[0].unit' }],
    ['to one unit twice', { to: [{ unit: 'rs' }, { unit: 'rs' }] }, { code: 'DUPLICATE_UNIT', field: 'to' }],
    [
      'in shares of more than the whole',
      {
        to: [
          { unit: 'rs', share: 0.6 },
          { unit: 'dmt', share: 0.6 },
        ],
      },
      { code: 'SHARES_EXCEED_ONE', field: 'to[1].share', units: [{ name: 'VO Service' }] },
    ],
    ['before its units exist', { on: '2016-01-01' }, { code: 'NOT_IN_FORCE', date: '2016-01-01' }],
    ['on a date of which nothing is known', { on: '..' }, { code: 'INVALID_DATE', field: 'on' }],
  ])('is refused %s', async (_what, more, error) => {
    const refused = await move(await organisation(), more);
    expect(refused).toMatchObject({ outcome: 'REFUSED', position: null });
    expect(refused.userErrors).toContainEqual(expect.objectContaining(error));
  });
});

describe('anticipateChange', () => {
  test('is recorded without a date, and changes nothing', async () => {
    const slug = await organisation();
    const before = await chart(slug);
    const anticipated = await anticipate(slug, {
      externalId: 'RS 1398-2021',
      forms: ['MERGE', 'ABSORB'],
      into: { count: 1, name: null, type: 'verksamhetsomrade', parent: 'rs' },
      unknown: ['NAME', 'DATE', 'HEAD', 'FORM'],
    });
    expect(anticipated).toMatchObject({
      outcome: 'RECORDED',
      changes: [
        {
          sentence: {
            sv: 'Väntad förändring för VO Service och VO Digitalisering: ett (1) verksamhetsområde (ännu öppet: namn, datum, chef, form)',
          },
        },
      ],
      userErrors: [],
    });
    expect(await chart(slug)).toEqual(before);
  });

  test('is corrected to the merger that it turns out to be', async () => {
    const slug = await organisation();
    const [anticipated] = (await anticipate(slug, {})).changes;
    const corrected = await mutate('correctChange', 'CorrectChangeInput', {
      organisation: slug,
      change: anticipated!.id,
      with: {
        merge: { on: '2022-01-01', units: ['service', 'dmt'], into: area('vo', 'VO Service och teknik') },
      },
      reason: 'Regionstyrelsen har beslutat om form, namn och datum',
    });
    expect(corrected).toMatchObject({
      outcome: 'RECORDED',
      changes: [
        {
          id: anticipated!.id,
          recording: 'CORRECTED',
          sentence: { sv: expect.stringContaining('VO Service och VO Digitalisering') },
        },
        { id: anticipated!.id, recording: 'ENACTED' },
      ],
      userErrors: [],
    });
    expect(await chart(slug)).toEqual(['Regionstyrelsen', 'VO Service och teknik']);
  });

  test('stands among other changes in a change set', async () => {
    const slug = await organisation();
    const made = await mutate('recordChanges', 'RecordChangesInput', {
      organisation: slug,
      changes: [
        { establish: { on: '2021-01-01', unit: area('ny', 'VO Ny') } },
        { anticipate: { on: '2022', units: ['ny'], what: 'nytt namn', forms: ['RENAME'] } },
        { moveResponsibility: { on: '2021-01-01', unit: 'dmt', to: [{ unit: 'ny' }], what: 'Arkiv' } },
      ],
    });
    expect(made).toMatchObject({ outcome: 'RECORDED', changes: { length: 3 }, userErrors: [] });
  });

  test.each<[string, object, object]>([
    ['of one unit twice', { units: ['dmt', 'dmt'] }, { code: 'DUPLICATE_UNIT' }],
    ['of a unit that is not known', { units: ['okänd'] }, { code: 'UNKNOWN_UNIT', field: 'units[0]' }],
    ['of another anticipation', { forms: ['ANTICIPATE'] }, { code: 'INVALID_FIELD', field: 'forms[0]' }],
    ['on a date open at both ends', { on: '../..' }, { code: 'INVALID_INTERVAL', field: 'on' }],
  ])('is refused %s', async (_what, more, error) => {
    const refused = await anticipate(await organisation(), more);
    expect(refused).toMatchObject({ outcome: 'REFUSED', userErrors: [error] });
  });
});
