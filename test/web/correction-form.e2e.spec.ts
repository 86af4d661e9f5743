import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../../apps/api/src/testing/served-api.js';
import { servedHalland } from '../../apps/api/src/testing/served-demo.js';
import { contentOf } from '../../apps/web/src/change-form/content.js';
import { draftOfRecorded } from '../../apps/web/src/pages/record/draft-of-recorded.js';

const CHANGES = `query ($slug: String!, $after: String) {
  organisation(slug: $slug) {
    events(first: 200, after: $after) {
      pageInfo { endCursor hasNextPage }
      nodes { data change { id kind on { written } } }
    }
  }
}`;

interface Recorded {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly payload: unknown;
}

interface Page {
  readonly organisation: {
    readonly events: {
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      readonly nodes: readonly {
        readonly data: { readonly payload?: unknown };
        readonly change: {
          readonly id: string;
          readonly kind: string;
          readonly on: { readonly written: string };
        } | null;
      }[];
    };
  };
}

/** Each change of an organisation with what was last recorded of it. */
async function changesOf(api: ServedApi, slug: string): Promise<Recorded[]> {
  const changes = new Map<string, Recorded>();
  for (let after: string | null = null; ;) {
    const { organisation }: Page = await api.data<Page>(CHANGES, { slug, after });
    for (const { data, change } of organisation.events.nodes) {
      if (change === null || data.payload === undefined || changes.has(change.id)) continue;
      changes.set(change.id, { ...change, on: change.on.written, payload: data.payload });
    }
    if (!organisation.events.pageInfo.hasNextPage) return [...changes.values()];
    after = organisation.events.pageInfo.endCursor;
  }
}

/** Corrects a change with the form as it is opened; what is wrong with that. */
async function correct(api: ServedApi, slug: string, { id, kind, on, payload }: Recorded): Promise<string> {
  const draft = draftOfRecorded(kind, on, payload);
  const content = draft && contentOf(draft, null);
  if (content === null) return `${kind} has no form`;
  const correction = { correct: { change: id, with: content, reason: 'Ingenting' } };
  const { recordChanges } = await api.data<{ recordChanges: { userErrors: { code: string }[] } }>(
    `mutation ($input: RecordChangesInput!) { recordChanges(input: $input) { userErrors { code field } } }`,
    { input: { organisation: slug, changes: [correction] } },
  );
  return recordChanges.userErrors.map(({ code }) => `${kind} ${code}`).join();
}

/** Corrects every change of an organisation, and compares what is recorded then with what was before. */
async function expectNothingLost(api: ServedApi, slug: string, kinds: number): Promise<void> {
  const changes = await changesOf(api, slug);
  expect(new Set(changes.map(({ kind }) => kind)).size).toBe(kinds);
  const wrong: string[] = [];
  for (const change of changes) wrong.push(await correct(api, slug, change));
  expect(wrong.filter((each) => each !== '')).toEqual([]);
  const after = new Map((await changesOf(api, slug)).map((change) => [change.id, change]));
  for (const change of changes) expect(plainly(after.get(change.id))).toEqual(plainly(change));
}

/** Without what says no more than its absence: a new unit at the top, the line. */
function plainly(change: Recorded | undefined): unknown {
  const text = JSON.stringify(change).replace(/("name":"[^"]*"),"parent":null/g, '$1');
  return JSON.parse(text.replace('"hierarchy":"line",', ''));
}

const unit = (key: string, parent: string | null, more: object = {}) => ({
  key,
  name: key.toUpperCase(),
  type: 'enhet',
  parent,
  ...more,
});
const establish = (key: string, parent: string | null, more: object = {}) => ({
  kind: 'establish',
  on: '2010-01-01',
  unit: unit(key, parent, more),
});

/** A change of every kind, with all that can be said of it. */
const EVERY_KIND: readonly object[] = [
  establish('top', null),
  ...'abcdefghijklmnopqr'.split('').map((key) => establish(key, 'top', { parents: { political: 'top' } })),
  ...['a', 'c', 'd', 'e', 'f'].map((key) => establish(`${key}-below`, key)),
  { kind: 'rename', on: '2011', unit: 'a', name: 'Alfa' },
  { kind: 'reclassify', on: '2011-03', unit: 'a', type: 'avdelning' },
  { kind: 'recode', on: '2011-04-01', unit: 'a', codes: { hsa: '1', kst: '7' } },
  {
    kind: 'transfer',
    on: '2012-01-01',
    unit: 'a',
    to: 'b',
    hierarchy: 'political',
  },
  {
    kind: 'transfer',
    on: '2012-02-01',
    unit: 'a',
    to: 'b',
    except: ['a-below', unit('x-part', 'top')],
    exceptTo: 'top',
  },
  { kind: 'transfer', on: '2012-03-01', unit: 'r', to: null },
  {
    kind: 'merge',
    on: '2013-Q1',
    units: ['c', 'd'],
    into: unit('cd', 'top', { parents: { political: 'b' }, codes: { hsa: '2' } }),
    children: { 'c-below': 'b' },
  },
  { kind: 'absorb', on: '2014-01-01', units: ['e'], into: 'b', name: 'Beta', children: { 'e-below': 'top' } },
  {
    kind: 'split',
    on: '2015-01-01',
    unit: 'f',
    into: [unit('f1', 'top', { codes: { hsa: '3' } }), { key: 'b' }],
    children: { 'f-below': 'f1' },
  },
  {
    kind: 'spinOff',
    on: '2016-01-01',
    unit: 'b',
    into: [unit('b1', 'b')],
    children: { 'c-below': 'b1' },
  },
  { kind: 'replace', on: '2016-02-01', unit: 'g', by: unit('g1', 'top') },
  { kind: 'dissolve', on: '2017-01-01', unit: 'h', successors: ['i', 'j'] },
  { kind: 'dissolve', on: '2017-01-01', unit: 'k', successors: 'unknown' },
  {
    kind: 'reactivate',
    on: '2018-01-01',
    unit: 'k',
    parent: 'b',
    parents: { political: null },
    name: 'Kappa',
    codes: { hsa: '9' },
  },
  {
    kind: 'moveResponsibility',
    on: '2019-01-01',
    unit: 'i',
    what: 'Lön',
    resource: 'staff',
    to: [{ unit: 'j', share: 0.07 }, { unit: 'l' }],
  },
  {
    kind: 'reorganise',
    on: '2020-01-01',
    ends: ['m'],
    begins: [unit('m1', 'top', { codes: { hsa: '11' } })],
    sets: [
      { unit: 'n', name: 'Ny', parent: null, parents: { political: 'b' }, codes: { import: null, kst: '8' } },
    ],
    lineage: [
      { from: 'm', to: 'm1', relation: 'partMovedTo', share: 0.333 },
      { from: 'm', to: 'n', relation: 'continues' },
    ],
  },
  {
    kind: 'anticipate',
    on: '2030/2031',
    units: ['o', 'p'],
    what: 'Ett (1) område',
    forms: ['merge', 'spinOff'],
    unknown: ['name', 'head'],
    into: { count: 1, name: null, type: 'omrade', parent: 'top' },
  },
];

describe('the form that corrects a change, opened and sent as it is, loses nothing', () => {
  let halland: ServedApi;
  let api: ServedApi;
  beforeAll(async () => {
    [halland, api] = await Promise.all([servedHalland(), servedApi()]);
  });
  afterAll(() => Promise.all([halland.close(), api.close()]));

  test('of what the documents of Region Halland say', () => expectNothingLost(halland, 'region-halland', 2));

  test('of a change of every kind', async () => {
    await api.data(`mutation { registerOrganisation(input: { slug: "alla", name: "Alla" }) { outcome } }`);
    await api.importLines('alla', EVERY_KIND);
    await expectNothingLost(api, 'alla', 15);
  });
});
