import { describe, expect, test } from '@jest/globals';
import { parseAnyDraft, RECORD_KINDS } from '#chronicle';
import { draftJson, type InputByKind } from './draft-json.js';
import { InputRefused } from './input-json.js';
import { isRecordInputKind, type RecordInputKind } from './record-json.js';

/** An input with everything that it can say, and the line of an import that says the same. */
const KINDS: { readonly [K in RecordInputKind]: readonly [InputByKind[K], object] } = {
  matter: [
    { number: 'RS200432', title: 'Ett ärende', opened: '2020-05', closed: '2021' },
    { number: 'RS200432', title: 'Ett ärende', opened: '2020-05', closed: '2021' },
  ],
  document: [
    {
      title: 'Tjänsteskrivelse',
      role: 'officialsPaper',
      matter: 'RS200432',
      on: '2020-08-20',
      number: 'Bilaga 1',
      attachedTo: 'protokoll',
      sha256: 'a'.repeat(64),
      atHand: false,
      alsoCalled: [{ title: 'Skrivelse', in: 'protokoll', place: null }],
    },
    {
      title: 'Tjänsteskrivelse',
      role: 'officialsPaper',
      matter: 'RS200432',
      on: '2020-08-20',
      number: 'Bilaga 1',
      attachedTo: 'protokoll',
      sha256: 'a'.repeat(64),
      atHand: false,
      alsoCalled: [{ title: 'Skrivelse', in: 'protokoll' }],
    },
  ],
  decision: [
    {
      matter: 'RS200432',
      body: { unit: 'rs', name: 'RS' },
      act: 'proposes',
      to: { unit: 'rf' },
      title: 'Flytt',
      paragraph: '§ 8',
      on: '2020-09-02',
      answers: ['uppdrag'],
      points: [{ text: 'Enheten flyttas', changes: ['flytt'] }, { text: 'Punkten är omedelbart justerad' }],
      changes: ['flytt'],
      rationale: [{ aspect: 'economicEffect', text: 'Ingen', document: 'skrivelse', place: 's. 2' }],
      recordedIn: 'protokoll',
      documents: [{ document: 'skrivelse', as: 'Tjänsteutlåtande' }],
      recipients: [{ name: 'Regiondirektören' }, { unit: 'rf', name: null }],
      adjusted: '2020-09-09',
      announced: '2020-09-10',
      notified: '2020-09-11',
    },
    {
      matter: 'RS200432',
      body: { unit: 'rs', name: 'RS' },
      act: 'proposes',
      to: 'rf',
      title: 'Flytt',
      paragraph: '§ 8',
      on: '2020-09-02',
      answers: ['uppdrag'],
      points: [{ text: 'Enheten flyttas', changes: ['flytt'] }, { text: 'Punkten är omedelbart justerad' }],
      changes: ['flytt'],
      rationale: [{ aspect: 'economicEffect', text: 'Ingen', document: 'skrivelse', place: 's. 2' }],
      recordedIn: 'protokoll',
      documents: [{ document: 'skrivelse', as: 'Tjänsteutlåtande' }],
      recipients: [{ name: 'Regiondirektören' }, 'rf'],
      adjusted: '2020-09-09',
      announced: '2020-09-10',
      notified: '2020-09-11',
    },
  ],
  condition: [
    { decision: 'rf-5', text: 'Förhandling' },
    { decision: 'rf-5', text: 'Förhandling' },
  ],
  conditionMet: [
    { condition: 'villkor', on: '2020-11', evidence: 'Protokoll', document: 'mbl' },
    { condition: 'villkor', on: '2020-11', evidence: 'Protokoll', document: 'mbl' },
  ],
  conditionFailed: [{ condition: 'villkor', on: null }, { condition: 'villkor' }],
  appeal: [
    { decision: 'rf-5', outcome: 'annulled', on: '2021', text: 'Upphävt', document: 'dom' },
    { decision: 'rf-5', outcome: 'annulled', on: '2021', text: 'Upphävt', document: 'dom' },
  ],
  competence: [
    {
      from: '2019',
      until: '2023',
      scope: 'withinBoard',
      changes: ['rename'],
      by: { board: true },
      delegatedTo: ['ds'],
      authority: 'Delegationsordningen',
    },
    {
      from: '2019',
      until: '2023',
      scope: 'withinBoard',
      changes: ['rename'],
      by: 'board',
      delegatedTo: ['ds'],
      authority: 'Delegationsordningen',
    },
  ],
  spelling: [
    { unit: 'teknik', written: 'Med. teknik', document: 'skrivelse', place: 's. 1' },
    { unit: 'teknik', written: 'Med. teknik', document: 'skrivelse', place: 's. 1' },
  ],
  observation: [
    {
      document: 'rapport',
      place: '4.1',
      on: '2023',
      says: 'Enheten finns inom regionkontoret',
      units: ['teknik'],
      corroborates: 'flytt',
      infers: { from: 'teknik', to: 'stad', relation: 'partMovedTo' },
      confidence: 'medium',
    },
    {
      document: 'rapport',
      place: '4.1',
      on: '2023',
      says: 'Enheten finns inom regionkontoret',
      units: ['teknik'],
      corroborates: 'flytt',
      infers: { from: 'teknik', to: 'stad', relation: 'partMovedTo' },
      confidence: 'medium',
    },
  ],
  observationConfirmed: [
    { observation: 'iakttagelse', text: 'Så var det' },
    { observation: 'iakttagelse', text: 'Så var det' },
  ],
  observationRejected: [{ observation: 'iakttagelse', text: null }, { observation: 'iakttagelse' }],
  assignment: [
    {
      title: 'Utred',
      text: 'Utred städningen',
      number: '2.2.1',
      matter: 'RS200432',
      decision: 'rf-5',
      document: 'plan',
      to: [{ unit: 'ds' }],
      with: [{ name: 'Regiondirektören' }],
      given: '2020',
      due: '2021-06',
      reportTo: { unit: 'rs' },
      steeringDocuments: ['Städpolicy'],
    },
    {
      title: 'Utred',
      text: 'Utred städningen',
      number: '2.2.1',
      matter: 'RS200432',
      decision: 'rf-5',
      document: 'plan',
      to: ['ds'],
      with: [{ name: 'Regiondirektören' }],
      given: '2020',
      due: '2021-06',
      reportTo: 'rs',
      steeringDocuments: ['Städpolicy'],
    },
  ],
  report: [
    {
      assignment: 'utred',
      on: '2021-05',
      assessment: 'partlyMet',
      text: 'Pågår',
      document: 'rapport',
      place: '2.2.1',
      final: false,
    },
    {
      assignment: 'utred',
      on: '2021-05',
      assessment: 'partlyMet',
      text: 'Pågår',
      document: 'rapport',
      place: '2.2.1',
      final: false,
    },
  ],
  handOver: [
    { assignment: 'utred', to: [{ unit: 'rs' }], on: '2022' },
    { assignment: 'utred', to: ['rs'], on: '2022' },
  ],
  indicator: [
    {
      name: 'Resultat',
      unitOfMeasure: 'mnkr',
      alsoIn: [
        { unitOfMeasure: 'tkr', is: '0.001', decimals: 0 },
        { unitOfMeasure: 'kr', is: '0.000001', decimals: null },
      ],
      polarity: 'higherIsBetter',
      parts: 'sum',
      decimals: 1,
      sizes: 'budget',
      text: 'Ekonomiskt resultat',
      document: 'rapport',
      place: '5',
    },
    {
      name: 'Resultat',
      unitOfMeasure: 'mnkr',
      alsoIn: { tkr: { is: '0.001', decimals: 0 }, kr: { is: '0.000001' } },
      polarity: 'higherIsBetter',
      parts: 'sum',
      decimals: 1,
      sizes: 'budget',
      text: 'Ekonomiskt resultat',
      document: 'rapport',
      place: '5',
    },
  ],
  figures: [
    {
      indicator: 'Resultat',
      unit: 'ds',
      period: '2023-01/2023-08',
      in: 'tkr',
      breakdown: [{ dimension: 'post', category: 'Alla' }],
      document: 'rapport',
      place: '5.1',
      title: 'Resultaträkning',
      columns: [
        {
          column: 'avvikelse',
          kind: 'deviation',
          title: 'Avvikelse',
          difference: { from: 'outcome', less: 'budget' },
        },
        { column: 'forecast', period: '2023', in: 'mnkr', breakdown: [{ dimension: 'a', category: 'b' }] },
        { column: 'summa', kind: 'change', sums: ['outcome', 'budget'] },
      ],
      rows: [
        {
          row: 'Del',
          unit: 'stad',
          indicator: 'Resultat',
          period: '2023',
          in: 'mnkr',
          breakdown: [{ dimension: 'post', category: 'Del' }],
          place: 's. 3',
          values: [
            { column: 'outcome', value: '-353.9', printed: '-353,9 mnkr' },
            { column: 'budget', value: '33.0', printed: null },
          ],
        },
        { row: 'Annat', values: [] },
        { values: [{ column: 'outcome', value: '1' }], sums: ['Del'], less: ['Annat'] },
      ],
    },
    {
      indicator: 'Resultat',
      unit: 'ds',
      period: '2023-01/2023-08',
      in: 'tkr',
      breakdown: { post: 'Alla' },
      document: 'rapport',
      place: '5.1',
      title: 'Resultaträkning',
      columns: {
        avvikelse: { kind: 'deviation', title: 'Avvikelse', difference: ['outcome', 'budget'] },
        forecast: { period: '2023', in: 'mnkr', breakdown: { a: 'b' } },
        summa: { kind: 'change', sums: ['outcome', 'budget'] },
      },
      rows: [
        {
          row: 'Del',
          unit: 'stad',
          indicator: 'Resultat',
          period: '2023',
          in: 'mnkr',
          breakdown: { post: 'Del' },
          place: 's. 3',
          values: { outcome: '-353.9', budget: '33.0' },
          printed: { outcome: '-353,9 mnkr' },
        },
        { row: 'Annat', values: {} },
        { values: { outcome: '1' }, sums: ['Del'], less: ['Annat'] },
      ],
    },
  ],
};

const CIRCUMSTANCES = { externalId: 'namn', reason: 'Skälet', source: { page: 3, nothing: null } };
const TERMS = {
  organisation: 'regionen',
  idempotencyKey: 'k',
  expectedPosition: 3,
  validateOnly: false,
  confirm: [],
  keys: 'hsa',
};

describe('an input', () => {
  test('is there for every kind of record', () => {
    expect([...RECORD_KINDS.keys()].filter((kind) => !isRecordInputKind(kind))).toEqual([]);
    expect(Object.keys(KINDS).sort()).toEqual([...RECORD_KINDS.keys()].sort());
  });

  test.each(Object.entries(KINDS) as [RecordInputKind, readonly [object, object]][])(
    'of the kind %s says what a line of an import says',
    (kind, [input, line]) => {
      const json = draftJson(kind, { ...input, ...CIRCUMSTANCES, ...TERMS } as never);
      expect(json).toEqual({
        kind,
        ...line,
        id: 'namn',
        reason: 'Skälet',
        source: { page: 3, nothing: null },
      });
      expect(parseAnyDraft(json)).toMatchObject({
        ok: true,
        draft: { draft: 'record', kind, payload: line, id: 'namn', reason: 'Skälet' },
      });
    },
  );

  test('of a correction and of a withdrawal are amendments of records', () => {
    const correct = { record: 'arende', with: { matter: { title: 'Ärende' } }, reason: 'Fel' };
    expect(draftJson('correctRecord', correct)).toEqual({
      kind: 'correct',
      change: 'arende',
      with: { kind: 'matter', title: 'Ärende' },
      reason: 'Fel',
    });
    expect(draftJson('withdrawRecord', { record: 'arende' }, 'Fel')).toEqual({
      kind: 'cancel',
      change: 'arende',
      reason: 'Fel',
    });
  });

  test.each<[string, RecordInputKind, object, string]>([
    [
      'unit of measure',
      'indicator',
      {
        ...KINDS.indicator[0],
        alsoIn: [
          { unitOfMeasure: 'kr', is: '1' },
          { unitOfMeasure: 'kr', is: '2' },
        ],
      },
      'alsoIn',
    ],
    [
      'value',
      'figures',
      {
        indicator: 'Resultat',
        unit: 'ds',
        period: '2023',
        rows: [
          { values: [] },
          {
            values: [
              { column: 'outcome', value: '1' },
              { column: 'outcome', value: '2' },
            ],
          },
        ],
      },
      'rows[1].values',
    ],
  ])('that gives a %s twice is refused', (_what, kind, input, field) => {
    expect(() => draftJson(kind, input as never)).toThrow(InputRefused);
    expect(() => draftJson(kind, input as never)).toThrow(expect.objectContaining({ field }));
  });
});
