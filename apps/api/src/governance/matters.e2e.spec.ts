import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../testing/served-api.js';

let api: ServedApi;
beforeAll(async () => {
  api = await servedApi();
  await api.importLines('region', LINES);
});
afterAll(() => api.close());

const known = (knownFrom: string, ...lines: object[]) => lines.map((line) => ({ ...line, knownFrom }));
const unit = (key: string, name: string, type: string, parent: string | null, on = '2017-01-01') => ({
  kind: 'establish',
  on,
  unit: { key, name, type, parent },
});
const POINT = 'IT-service flyttas till regionstyrelsen.';
const FROM_MINUTES = { document: 'Protokoll', place: '§ 8' };
const SECTION_8 = {
  kind: 'decision',
  matter: 'RS200432',
  body: { name: 'Regionsstyrelsen', unit: 'rs' },
  act: 'proposes',
  to: 'rf',
  paragraph: '§ 8',
  on: '2021-02-17',
  answers: ['au'],
  points: [{ text: POINT }],
  rationale: [{ aspect: 'economicEffect', text: 'Neutral', document: 'tj', place: 'Ekonomi' }],
  recordedIn: 'tj',
  documents: [{ document: 'b1', as: 'Bilaga 1, Leveranser och process' }],
  recipients: [{ name: 'Samtliga driftnämnder' }],
  adjusted: '2021-02-23',
  announced: '2021-02-24',
};
const LINES = [
  ...known(
    '2020-01-01',
    unit('rf', 'Regionfullmäktige', 'regionfullmaktige', null),
    unit('rs', 'Regionstyrelsen', 'regionstyrelse', 'rf'),
    unit('ds', 'Driftsnämnden Service', 'driftnamnd', 'rf'),
    unit('it', 'IT-service', 'verksamhetsomrade', 'ds'),
    unit('digital', 'IT & Digitalisering', 'avdelning', 'rs', '2021-06-01'),
  ),
  ...known(
    '2021-02-24',
    { kind: 'matter', id: 'arende', number: 'RS200432', title: 'En gemensam IT-funktion', opened: '2020-09' },
    {
      kind: 'document',
      id: 'tj',
      title: 'Tjänsteskrivelse',
      role: 'officialsPaper',
      matter: 'RS200432',
      atHand: true,
    },
    {
      kind: 'document',
      id: 'b1',
      title: 'Bilaga 1, Leveranser',
      role: 'attachment',
      matter: 'RS200432',
      attachedTo: 'tj',
    },
    {
      kind: 'decision',
      id: 'au',
      matter: 'RS200432',
      body: { name: 'Arbetsutskottet' },
      act: 'proposes',
      to: 'rs',
      on: '2021-02-03',
      points: [{ text: POINT }],
      documents: [{ document: 'b1' }],
    },
    { ...SECTION_8, id: 's8', source: FROM_MINUTES, reason: 'Ur protokollet' },
    {
      kind: 'transfer',
      id: 'flytt',
      on: '2021',
      unit: 'it',
      to: 'rs',
      basis: { matter: 'RS200432', decision: 's8' },
    },
    {
      kind: 'correct',
      change: 's8',
      with: { ...SECTION_8, points: [{ text: POINT, changes: ['flytt'] }] },
      source: FROM_MINUTES,
      reason: 'Punkten gäller flytten',
    },
    {
      kind: 'assignment',
      id: 'policy',
      title: 'Ändra IT-policyn',
      matter: 'RS200432',
      decision: 's8',
      to: ['it'],
      due: '2021',
      reportTo: 'rs',
      steeringDocuments: ['IS/IT-policy'],
    },
  ),
  ...known(
    '2021-12-08',
    { kind: 'matter', id: 'stab', title: 'Översyn av stabsfunktioner', closed: '2022-12-31' },
    {
      kind: 'decision',
      id: 's398',
      matter: 'stab',
      body: 'rs',
      act: 'decidesByDelegation',
      paragraph: '§ 398',
      on: '2021-12-08',
    },
    {
      kind: 'assignment',
      id: 'oversyn',
      title: 'Kartlägg stabsfunktioner',
      decision: 's398',
      to: ['it'],
      with: [{ name: 'Förvaltningarnas ledning' }],
      due: '2022-07/2022-12',
      reportTo: 'rs',
    },
  ),
  ...known(
    '2023-10-01',
    { kind: 'document', id: 'uppf', title: 'Uppföljning 2', role: 'report', on: '2023-08-31' },
    {
      kind: 'observation',
      id: 'obs',
      document: 'uppf',
      place: 's. 15',
      on: '2023-08-31',
      says: 'IT & Digitalisering finns inom regionkontoret',
      units: ['digital'],
      corroborates: 'flytt',
      infers: { from: 'it', to: 'digital', relation: 'continues' },
      confidence: 'high',
    },
    { kind: 'spelling', id: 'stavning', unit: 'ds', written: 'Driftnämnden Servise', document: 'uppf' },
    {
      kind: 'report',
      id: 'rapport',
      assignment: 'oversyn',
      on: '2023-08-31',
      assessment: 'partlyMet',
      document: 'uppf',
      place: '2.2.1',
    },
    { kind: 'observationConfirmed', id: 'ja', observation: 'obs', text: 'Stämmer' },
  ),
];

interface Axes {
  readonly at?: string;
  readonly knownAt?: string;
}

async function ask<T>(selection: string, axes: Axes = {}): Promise<T> {
  const { organisation } = await api.data<{ organisation: T }>(
    `query ($at: Date, $knownAt: Instant) {
      organisation(slug: "region", at: $at, knownAt: $knownAt) { ${selection} } }`,
    axes,
  );
  return organisation;
}

describe('a matter', () => {
  test('is found by its number and its names, and told as it was known', async () => {
    const selection = `byNumber: matter(number: "RS200432") { title opened { written } closed { written } }
      byName: matter(id: "arende") { number }
      unknown: matter(number: "RS1") { id }`;
    expect(await ask(selection)).toEqual({
      byNumber: { title: 'En gemensam IT-funktion', opened: { written: '2020-09' }, closed: null },
      byName: { number: 'RS200432' },
      unknown: null,
    });
    expect(await ask(selection, { knownAt: '2020-06-01' })).toEqual({
      byNumber: null,
      byName: null,
      unknown: null,
    });
  });

  test('needs exactly one name', async () => {
    const { errors } = await api.ask('{ organisation(slug: "region") { matter { id } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_FILTER']);
  });

  test('is listed by words and whether it is open, page by page', async () => {
    const numbers = async (filter: string, axes?: Axes) => {
      const { matters } = await ask<{ matters: { totalCount: number; nodes: { title: string }[] } }>(
        `matters(first: 10, filter: ${filter}) { totalCount nodes { title } }`,
        axes,
      );
      expect(matters.totalCount).toBe(matters.nodes.length);
      return matters.nodes.map(({ title }) => title);
    };
    expect(await numbers('{ text: "oversyn" }')).toEqual(['Översyn av stabsfunktioner']);
    expect(await numbers('{ open: true }', { at: '2022-06-01' })).toHaveLength(2);
    expect(await numbers('{ open: true }', { at: '2023-01-01' })).toEqual(['En gemensam IT-funktion']);
    expect(await numbers('{ open: false }', { at: '2023-01-01' })).toEqual(['Översyn av stabsfunktioner']);
    const first = await ask<{ matters: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
      'matters(first: 1) { pageInfo { endCursor hasNextPage } }',
    );
    expect(first.matters.pageInfo.hasNextPage).toBe(true);
    expect(
      await ask(`matters(first: 1, after: "${first.matters.pageInfo.endCursor}") {
        edges { node { title } } pageInfo { hasNextPage } }`),
    ).toEqual({
      matters: {
        edges: [{ node: { title: 'Översyn av stabsfunktioner' } }],
        pageInfo: { hasNextPage: false },
      },
    });
  });

  test('has a chain in which a proposal is no decision, and what is missing', async () => {
    expect(
      await ask(`matter(number: "RS200432") {
        chain { body { name unit { name } } act isDecision to { name } on { written } answers { called }
          answeredBy { paragraph } awaits { name } changes { externalId standing } }
        documents { title } changes { externalId } assignments { title } observations { says }
        todo { kind message { sv } record { id } } }`),
    ).toMatchObject({
      matter: {
        chain: [
          {
            body: { name: 'Arbetsutskottet', unit: null },
            act: 'PROPOSES',
            isDecision: false,
            to: { name: 'Regionstyrelsen' },
            answers: [],
            answeredBy: [{ paragraph: '§ 8' }],
            awaits: null,
          },
          {
            body: { name: 'Regionsstyrelsen', unit: { name: 'Regionstyrelsen' } },
            isDecision: false,
            on: { written: '2021-02-17' },
            answers: [{}],
            answeredBy: [],
            awaits: { name: 'Regionfullmäktige' },
            changes: [{ externalId: 'flytt' }],
          },
        ],
        documents: [{ title: 'Tjänsteskrivelse' }, { title: 'Bilaga 1, Leveranser' }],
        changes: [{ externalId: 'flytt' }],
        assignments: [{ title: 'Ändra IT-policyn' }],
        observations: [{ says: 'IT & Digitalisering finns inom regionkontoret' }],
      },
    });
  });
});

describe('a decision', () => {
  test('is told with its points, rationale, documents, dates and source', async () => {
    const { matter } = await ask<{ matter: { chain: unknown[] } }>(`matter(number: "RS200432") { chain {
      externalId paragraph points { text changes { externalId } }
      rationale { aspect text document { title } place } recordedIn { role atHand attachments { title } }
      documents { as properTitle document { title attachedTo { title } } } recipients { name unit { id } }
      appealability appealPeriod { known } followUp { status } appeal { id } conditions { id }
      source log { recording reason actor sentence { sv } } matter { number } } }`);
    expect(matter.chain[1]).toMatchObject({
      externalId: 's8',
      paragraph: '§ 8',
      points: [{ text: 'IT-service flyttas till regionstyrelsen.', changes: [{ externalId: 'flytt' }] }],
      rationale: [
        {
          aspect: 'ECONOMIC_EFFECT',
          text: 'Neutral',
          document: { title: 'Tjänsteskrivelse' },
          place: 'Ekonomi',
        },
      ],
      recordedIn: { role: 'OFFICIALS_PAPER', atHand: true, attachments: [{ title: 'Bilaga 1, Leveranser' }] },
      documents: [
        {
          as: 'Bilaga 1, Leveranser och process',
          properTitle: 'Bilaga 1, Leveranser',
          document: { title: 'Bilaga 1, Leveranser', attachedTo: { title: 'Tjänsteskrivelse' } },
        },
      ],
      recipients: [{ name: 'Samtliga driftnämnder', unit: null }],
      appealability: 'PREPARATORY',
      appealPeriod: null,
      followUp: null,
      appeal: null,
      conditions: [],
      source: { document: 'Protokoll', place: '§ 8' },
      log: [
        { recording: 'RECORDED', reason: 'Ur protokollet', actor: 'test' },
        {
          recording: 'CORRECTED',
          reason: 'Punkten gäller flytten',
          sentence: { sv: expect.stringContaining('§ 8 föreslog') },
        },
      ],
      matter: { number: 'RS200432' },
    });
  });

  test('by delegation has its appeal period and follow-up, each with the law', async () => {
    const { matter } = await ask<{ matter: { chain: unknown[] } }>(`matter(id: "stab") { chain {
      isDecision appealability
      appealPeriod { known restsOn lastDay { earliest latest } missing source { cite } }
      followUp { status notified { written } source { cite } } } }`);
    expect(matter.chain).toMatchObject([
      {
        isDecision: true,
        appealability: 'YES',
        appealPeriod: {
          known: 'WINDOW',
          restsOn: 'MEETING',
          lastDay: { earliest: '2021-12-29' },
          missing: ['ANNOUNCED', 'ADJUSTED'],
        },
        followUp: { status: 'MINUTED', notified: null },
      },
    ]);
  });

  test('says what it added, removed or changed since the proposal', async () => {
    const { matter } = await ask<{ matter: { chain: unknown[] } }>(`matter(number: "RS200432") { chain {
      changesSinceProposal { generation proposal { externalId } answeredBy { externalId } unchanged
        points { change } conditions { change } to { before { name } after { name } }
        recipients { change party { name } } documents { change before after document { title } } } } }`);
    expect(matter.chain).toMatchObject([
      { changesSinceProposal: [] },
      {
        changesSinceProposal: [
          {
            generation: 1,
            proposal: { externalId: 'au' },
            answeredBy: { externalId: 's8' },
            unchanged: false,
            points: [],
            conditions: [],
            to: null,
            recipients: [{ change: 'ADDED', party: { name: 'Samtliga driftnämnder' } }],
            documents: [{ change: 'RENAMED', after: 'Bilaga 1, Leveranser och process' }],
          },
        ],
      },
    ]);
  });
});

describe('an assignment', () => {
  const status = async (axes: Axes) => {
    const { assignments } = await ask<{ assignments: { nodes: { status: string }[] } }>(
      'assignments(first: 10, filter: { matter: "stab" }) { nodes { status } }',
      axes,
    );
    return assignments.nodes.map((one) => one.status);
  };

  test('is overdue on a date and not on an earlier one, and reported later', async () => {
    expect(await status({ at: '2022-06-01' })).toEqual(['NOT_YET_DUE']);
    expect(await status({ at: '2022-08-01' })).toEqual(['DUE']);
    expect(await status({ at: '2023-01-15' })).toEqual(['OVERDUE']);
    expect(await status({ at: '2023-10-15' })).toEqual(['REPORTED']);
    expect(await status({ at: '2023-10-15', knownAt: '2023-09-01' })).toEqual(['OVERDUE']);
  });

  test('says who has it, with whom, reporting to whom, and how it is assessed', async () => {
    const { assignments } = await ask<{ assignments: object }>(
      `assignments(first: 10, filter: { assessment: PARTLY_MET, unit: "it", status: [REPORTED] }) { nodes {
        title standing assessment overdue needsHandOver due { written latest } reportTo { name }
        to { name status unit { id } } givenTo { name } with { name } matter { title }
        decision { paragraph } handOvers { id }
        reports { certain assessment place final on { written } document { title } assignment { title } } } }`,
      { at: '2023-10-15' },
    );
    expect(assignments).toMatchObject({
      nodes: [
        {
          title: 'Kartlägg stabsfunktioner',
          standing: 'GIVEN',
          assessment: 'PARTLY_MET',
          overdue: false,
          needsHandOver: false,
          due: { written: '2022-07/2022-12', latest: '2022-12-31' },
          reportTo: { name: 'Regionstyrelsen' },
          to: [{ name: 'IT-service', status: 'IN_FORCE' }],
          givenTo: [{ name: 'IT-service' }],
          with: [{ name: 'Förvaltningarnas ledning' }],
          matter: { title: 'Översyn av stabsfunktioner' },
          decision: { paragraph: '§ 398' },
          handOvers: [],
          reports: [
            {
              certain: true,
              assessment: 'PARTLY_MET',
              place: '2.2.1',
              document: { title: 'Uppföljning 2' },
              assignment: { title: 'Kartlägg stabsfunktioner' },
            },
          ],
        },
      ],
    });
  });

  test('that is only proposed is nobody’s to do', async () => {
    expect(
      await ask('unit(id: "it") { assignments { title standing status steeringDocuments } }', {
        at: '2022-06-01',
      }),
    ).toEqual({
      unit: {
        assignments: [
          {
            title: 'Ändra IT-policyn',
            standing: 'PROPOSED',
            status: 'NOT_GIVEN',
            steeringDocuments: ['IS/IT-policy'],
          },
          {
            title: 'Kartlägg stabsfunktioner',
            standing: 'GIVEN',
            status: 'NOT_YET_DUE',
            steeringDocuments: [],
          },
        ],
      },
    });
  });
});

describe('an observation', () => {
  test('infers lineage that lineage itself never has', async () => {
    expect(
      await ask(`unit(id: "digital") { lineage { from { name } }
        inferredLineage(direction: BACK) { generation from { name } relation confidence verdict
          observation { says document { title } } }
        observations { verdict verdictText reviewedBy { verdict text } infers { from { name } relation }
          corroborates { externalId observations { place } } } }
      observations(first: 5, filter: { verdicts: [CONFIRMED], unit: "it" }) { totalCount }
      unreviewed: observations(first: 5, filter: { verdicts: [UNREVIEWED] }) { totalCount }`),
    ).toEqual({
      unit: {
        lineage: [],
        inferredLineage: [
          {
            generation: 1,
            from: { name: 'IT-service' },
            relation: 'CONTINUES',
            confidence: 'HIGH',
            verdict: 'CONFIRMED',
            observation: {
              says: 'IT & Digitalisering finns inom regionkontoret',
              document: { title: 'Uppföljning 2' },
            },
          },
        ],
        observations: [
          {
            verdict: 'CONFIRMED',
            verdictText: 'Stämmer',
            reviewedBy: { verdict: 'CONFIRMED', text: 'Stämmer' },
            infers: { from: { name: 'IT-service' }, relation: 'CONTINUES' },
            corroborates: { externalId: 'flytt', observations: [{ place: 's. 15' }] },
          },
        ],
      },
      observations: { totalCount: 1 },
      unreviewed: { totalCount: 0 },
    });
  });

  test('is a spelling another matter: each comes with its source', async () => {
    expect(
      await ask(`ds: unit(id: "ds") { spellings { written document { title } saidBy { __typename } } }
        rs: unit(id: "rs") { spellings { written place saidBy { __typename id } } }
        units(first: 5, filter: { text: "servise" }) { nodes { name } }`),
    ).toMatchObject({
      ds: {
        spellings: [
          {
            written: 'Driftnämnden Servise',
            document: { title: 'Uppföljning 2' },
            saidBy: { __typename: 'RecordedSpelling' },
          },
        ],
      },
      rs: {
        spellings: [{ written: 'Regionsstyrelsen', place: '§ 8', saidBy: { __typename: 'Decision' } }],
      },
      units: { nodes: [{ name: 'Driftsnämnden Service' }] },
    });
  });
});

describe('what is missing', () => {
  test('is listed by kind, matter and unit, on any date', async () => {
    const kinds = async (filter: string, axes: Axes) => {
      const { todo } = await ask<{ todo: { nodes: { kind: string }[] } }>(
        `todo(first: 50, filter: ${filter}) { nodes { kind } }`,
        axes,
      );
      return todo.nodes.map(({ kind }) => kind);
    };
    expect(await kinds('{ kinds: [REPORT] }', { at: '2023-01-15' })).toEqual(['REPORT']);
    expect(await kinds('{ kinds: [REPORT] }', { at: '2022-08-01' })).toEqual([]);
    expect(await kinds('{ matter: "RS200432" }', { at: '2022-08-01' })).toContain('DATE');
    expect(await kinds('{ kinds: [OBSERVATION] }', { knownAt: '2023-10-02' })).toEqual([]);
  });

  test('of an unknown matter is refused', async () => {
    const { errors } = await api.ask(
      '{ organisation(slug: "region") { todo(first: 1, filter: { matter: "RS9" }) { totalCount } } }',
    );
    expect(errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([
      ['UNKNOWN_RECORD', 'filter.matter'],
    ]);
  });
});

describe('node', () => {
  test('finds every kind of record by its id, as known then', async () => {
    const records = await ask<{
      matter: { id: string; documents: { id: string }[]; chain: { id: string }[] };
      assignments: { nodes: { id: string; reports: { id: string }[] }[] };
      observations: { nodes: { id: string; reviewedBy: { id: string } }[] };
      ds: { spellings: { saidBy: { id: string } }[] };
    }>(
      `matter(number: "RS200432") { id documents { id } chain { id } }
      assignments(first: 5, filter: { matter: "stab" }) { nodes { id reports { id } } }
      observations(first: 5) { nodes { id reviewedBy { id } } }
      ds: unit(id: "ds") { spellings { saidBy { id } } }`,
    );
    const [assignment] = records.assignments.nodes;
    const [observation] = records.observations.nodes;
    const ids: [string, string][] = [
      ['Matter', records.matter.id],
      ['Document', records.matter.documents[0]!.id],
      ['Decision', records.matter.chain[0]!.id],
      ['Assignment', assignment!.id],
      ['AssignmentReport', assignment!.reports[0]!.id],
      ['Observation', observation!.id],
      ['ObservationVerdict', observation!.reviewedBy.id],
      ['RecordedSpelling', records.ds.spellings[0]!.saidBy.id],
    ];
    for (const [type, id] of ids) {
      expect(
        await api.data('query ($id: ID!) { node(id: $id) { __typename id ... on Record { called } } }', {
          id,
        }),
      ).toEqual({ node: { __typename: type, id, called: expect.stringMatching(/./) } });
    }
    expect(
      await api.data('query ($id: ID!) { node(id: $id, knownAt: "2020-06-01") { id } }', {
        id: records.matter.id,
      }),
    ).toEqual({ node: null });
  });
});
