import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DECISION, MATTER, PROPOSAL, ServedMatters } from '../testing/served-matters.js';

let matters: ServedMatters;
let slug: string;
beforeAll(async () => {
  matters = await ServedMatters.start();
  slug = await matters.organisation();
});
afterAll(() => matters.close());

describe('each kind of record has a mutation', () => {
  // Each builds on those before.
  test.each<[string, object, string, string]>([
    ['openMatter', MATTER, 'MATTER', 'Ärendet RS200432 Medicinsk teknik till Service'],
    [
      'registerDocument',
      { externalId: 'rapport', title: 'Uppföljning 2023', role: 'REPORT', matter: 'RS200432', on: '2023-10' },
      'DOCUMENT',
      'Handlingen ”Uppföljning 2023”',
    ],
    [
      'recordDecision',
      PROPOSAL,
      'DECISION',
      'Regionstyrelsen § 8 föreslog för Regionfullmäktige (den 2 september 2020)',
    ],
    ['recordDecision', DECISION, 'DECISION', 'Regionfullmäktige § 5 beslutade (den 7 oktober 2020)'],
    [
      'setCondition',
      { externalId: 'villkor-1', decision: 'rf-5', text: 'Förhandlingen är klar' },
      'CONDITION',
      'Villkor: Förhandlingen är klar',
    ],
    [
      'meetCondition',
      { condition: 'villkor-1', on: '2020-11' },
      'CONDITION_MET',
      'Villkoret uppfylldes: Förhandlingen är klar',
    ],
    [
      'setCondition',
      { externalId: 'villkor-2', decision: 'rf-5', text: 'Lokalen är ledig' },
      'CONDITION',
      'Villkor: Lokalen är ledig',
    ],
    [
      'failCondition',
      { condition: 'villkor-2' },
      'CONDITION_FAILED',
      'Villkoret uppfylldes inte: Lokalen är ledig',
    ],
    ['recordAppeal', { decision: 'rf-5', outcome: 'LODGED' }, 'APPEAL', 'Regionfullmäktige § 5 överklagades'],
    [
      'setCompetenceRule',
      { scope: 'WITHIN_BOARD', by: { board: true }, authority: 'Reglementet' },
      'COMPETENCE',
      'Behörighetsregel (inom en nämnd)',
    ],
    [
      'recordSpelling',
      { unit: 'teknik', written: 'Med. teknik', document: 'rapport' },
      'SPELLING',
      'Medicinsk teknik skrivs ”Med. teknik”',
    ],
    [
      'recordObservation',
      {
        externalId: 'ser-1',
        says: 'Enheten står under nämnden',
        units: ['teknik'],
        document: 'rapport',
        confidence: 'HIGH',
        infers: { from: 'teknik', to: 'stad', relation: 'PART_MOVED_TO' },
      },
      'OBSERVATION',
      'Iakttagelse: Enheten står under nämnden',
    ],
    [
      'confirmObservation',
      { observation: 'ser-1', text: 'Så är det' },
      'OBSERVATION_CONFIRMED',
      'Slutsatsen bekräftades: Enheten står under nämnden',
    ],
    [
      'recordObservation',
      { externalId: 'ser-2', says: 'Enheten saknas', units: ['stad'], confidence: 'LOW' },
      'OBSERVATION',
      'Iakttagelse: Enheten saknas',
    ],
    [
      'rejectObservation',
      { observation: 'ser-2' },
      'OBSERVATION_REJECTED',
      'Slutsatsen avvisades: Enheten saknas',
    ],
    [
      'giveAssignment',
      {
        externalId: 'uppdrag',
        title: 'Utred städningen',
        decision: 'rf-5',
        to: [{ unit: 'ds' }, { name: 'Regiondirektören' }],
        due: '2021-06',
      },
      'ASSIGNMENT',
      'Uppdrag till Driftnämnden Service, Regiondirektören: Utred städningen',
    ],
    [
      'reportAssignment',
      { assignment: 'uppdrag', assessment: 'PARTLY_MET', on: '2021-05', document: 'rapport', place: '2.2.1' },
      'REPORT',
      'Rapport om Utred städningen: delvis uppfyllt',
    ],
    [
      'handOverAssignment',
      { assignment: 'uppdrag', to: [{ unit: 'rs' }], on: '2022' },
      'HAND_OVER',
      'Uppdraget Utred städningen gick över till Regionstyrelsen',
    ],
    [
      'defineIndicator',
      {
        name: 'Ekonomiskt resultat',
        unitOfMeasure: 'mnkr',
        alsoIn: [{ unitOfMeasure: 'tkr', is: '0.001', decimals: 0 }],
        polarity: 'HIGHER_IS_BETTER',
        parts: 'SUM',
        decimals: 1,
      },
      'INDICATOR',
      'Nyckeltalet Ekonomiskt resultat, i mnkr: högre är bättre',
    ],
    [
      'recordFigures',
      {
        indicator: 'Ekonomiskt resultat',
        unit: 'ds',
        period: '2023',
        document: 'rapport',
        rows: [{ values: [{ column: 'outcome', value: '-353.9' }] }],
      },
      'FIGURES',
      'Ekonomiskt resultat för Driftnämnden Service, 2023: utfall -353,9',
    ],
    [
      'correctRecord',
      { record: 'RS200432', with: { matter: { number: 'RS200432', title: 'Flytt' } }, reason: 'Ny rubrik' },
      'MATTER',
      'Ärendet RS200432 Flytt',
    ],
    [
      'withdrawRecord',
      { record: 'villkor-2', reason: 'Fel ärende' },
      'CONDITION',
      'Villkor: Lokalen är ledig',
    ],
  ])('%s', async (name, input, kind, sentence) => {
    const { records, changes } = await matters.record(name, { organisation: slug, ...input });
    expect(records).toMatchObject([{ kind, sentence: { sv: sentence } }]);
    expect(changes).toEqual([]);
  });
});

test('a change set holds records of any kind, in an order in which each finds what it names', async () => {
  const own = await matters.organisation();
  const made = await matters.record('recordChanges', {
    organisation: own,
    reason: 'Ärendet registreras i efterhand',
    changes: [
      { matter: MATTER },
      { document: { externalId: 'protokoll', title: 'Protokoll', role: 'MINUTES', matter: 'RS200432' } },
      { decision: { ...PROPOSAL, recordedIn: 'protokoll' } },
      { assignment: { title: 'Genomför', decision: 'rs-8', to: [{ unit: 'ds' }] } },
      { correctRecord: { record: 'arende', with: { matter: { title: 'Utan nummer' } } } },
      { withdrawRecord: { record: 'protokoll' } },
    ],
  });
  expect(made.records.map(({ kind, recording }) => `${kind} ${recording}`)).toEqual([
    'MATTER RECORDED',
    'DOCUMENT RECORDED',
    'DECISION RECORDED',
    'ASSIGNMENT RECORDED',
    'MATTER CORRECTED',
    'DOCUMENT WITHDRAWN',
  ]);
  expect(made.position).toBe(made.records.at(-1)!.position);
});
