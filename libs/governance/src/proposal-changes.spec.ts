import { describe, expect, it } from '@jest/globals';
import { changesSince, type ChangesSinceProposal } from './proposal-changes.js';
import { RecordedDecisions, type Line } from './testing/recorded-decisions.js';

function changes(recorded: RecordedDecisions, decision: string): ChangesSinceProposal[] {
  return changesSince(recorded.register, recorded.position, recorded.id(decision))!;
}

/** RS200432: the officials' paper, the committee's proposal and the board's § 8. */
function itFunction(...more: Line[]): RecordedDecisions {
  const place = 'ge regionstyrelsen i uppdrag att inrätta en regiongemensam IT- och digitaliseringsfunktion';
  const transfer = (from: string) =>
    `uppdraget innebär överflyttning av IT- och teleservice, undantaget Teleservice, från ${from} till regionstyrelsen`;
  const step = (id: string, from: string, line: Line): Line => ({
    kind: 'decision',
    id,
    matter: 'm',
    act: 'proposes',
    points: [{ text: place }, { text: transfer(from) }],
    ...line,
  });
  return new RecordedDecisions().record(
    '2024-01-01',
    { kind: 'matter', id: 'm', number: 'RS200432', title: 'Inrättande av en funktion' },
    { kind: 'document', id: 'paper', title: 'Tjänsteskrivelse', role: 'officialsPaper' },
    { kind: 'document', id: 'b1', title: 'Bilaga 1, Leveranser och beslutprocess', role: 'attachment' },
    { kind: 'document', id: 'b2', title: 'Bilaga 2, Sammanfattning av börläget', role: 'attachment' },
    step('paper-proposal', 'Driftsnämnden Regionservice', {
      body: 'regionkontoret',
      to: 'regionstyrelsen',
      documents: [{ document: 'b1' }, { document: 'b2' }],
      recipients: [{ name: 'Samtliga driftsnämnder' }],
    }),
    step('au', 'Driftnämnden Regionservice', {
      body: 'rsau',
      to: 'regionstyrelsen',
      answers: ['paper-proposal'],
      recipients: [{ name: 'Samtliga driftsnämnder' }],
      documents: [{ document: 'b1' }, { document: 'b2' }],
    }),
    step('s8', 'Driftnämnden Regionsservice', {
      body: 'regionstyrelsen',
      to: 'regionfullmaktige',
      paragraph: '§8',
      answers: ['au'],
      documents: [
        { document: 'paper' },
        { document: 'b1', as: 'Bilaga 1, Leveranser och beslutsprocess' },
        { document: 'b2', as: 'Bilaga 2, Sammanfattning av börslaget' },
      ],
      recipients: [{ name: 'Samtliga driftnämnder' }],
    }),
    ...more,
  );
}

describe('what a decision changed in a point', () => {
  it('is its wording, as both write it', () => {
    const [since] = changes(itFunction(), 's8');
    expect(since!.points).toEqual([
      {
        change: 'changed',
        before:
          'uppdraget innebär överflyttning av IT- och teleservice, undantaget Teleservice, från Driftnämnden Regionservice till regionstyrelsen',
        after:
          'uppdraget innebär överflyttning av IT- och teleservice, undantaget Teleservice, från Driftnämnden Regionsservice till regionstyrelsen',
        sameUnits: false,
      },
    ]);
  });

  it('is only how a unit is written, once the spellings are recorded', () => {
    const spelled = (written: string) => ({ kind: 'spelling', unit: 'driftnamnden', written });
    const recorded = itFunction(
      spelled('Driftnämnden Regionservice'),
      spelled('Driftnämnden Regionsservice'),
    );
    expect(changes(recorded, 's8')[0]!.points.map(({ sameUnits }) => sameUnits)).toEqual([true]);
  });

  it('is nothing where only blanks, bullets, case and a final stop differ', () => {
    const proposal = (id: string, points: string[], line: Line): Line => ({
      kind: 'decision',
      id,
      matter: 'm',
      body: 'regionstyrelsen',
      act: 'proposes',
      points: points.map((text) => ({ text })),
      ...line,
    });
    const recorded = itFunction(
      proposal('numbered', ['1.  Uppdra åt regionkontoret\natt kartlägga.', '2. översikten ska ske'], {}),
      proposal('bulleted', ['- uppdra åt Regionkontoret att kartlägga', ' översikten ska ske'], {
        answers: ['numbered'],
      }),
    );
    expect(changes(recorded, 'bulleted')).toMatchObject([{ points: [], unchanged: true }]);
  });

  it('is what was added and what was removed', () => {
    const points = (...texts: string[]) => texts.map((text) => ({ text }));
    const line = { kind: 'decision', matter: 'm', body: 'regionstyrelsen', act: 'proposes' };
    const recorded = itFunction(
      { ...line, id: 'earlier', points: points('inrätta en funktion', 'avveckla beställarmodellen') },
      {
        ...line,
        id: 'later',
        answers: ['earlier'],
        points: points('genomföra allt under 2021', 'inrätta en funktion'),
      },
    );
    expect(changes(recorded, 'later')[0]!.points).toEqual([
      { change: 'added', before: null, after: 'genomföra allt under 2021', sameUnits: false },
      { change: 'removed', before: 'avveckla beställarmodellen', after: null, sameUnits: false },
    ]);
  });
});

describe('what a decision changed in its documents', () => {
  it('is their titles, and which it lists', () => {
    const recorded = itFunction();
    const [since] = changes(recorded, 's8');
    expect(
      since!.documents.map((one) => [one.change, recorded.name(one.document), one.before, one.after]),
    ).toEqual([
      ['added', 'paper', null, 'Tjänsteskrivelse'],
      ['renamed', 'b1', 'Bilaga 1, Leveranser och beslutprocess', 'Bilaga 1, Leveranser och beslutsprocess'],
      ['renamed', 'b2', 'Bilaga 2, Sammanfattning av börläget', 'Bilaga 2, Sammanfattning av börslaget'],
    ]);
  });
});

describe('what changed along a chain of proposals', () => {
  it('is listed step by step, nearest first', () => {
    const recorded = itFunction();
    expect(
      changes(recorded, 's8').map((since) => [
        since.generation,
        recorded.name(since.proposal),
        recorded.name(since.answeredBy),
        since.points.length,
      ]),
    ).toEqual([
      [1, 'au', 's8', 1],
      [2, 'paper-proposal', 'au', 1],
    ]);
  });

  it('is not that the body which a proposal was laid before takes it on to another', () => {
    expect(changes(itFunction(), 's8').map(({ to }) => to)).toEqual([null, null]);
  });

  it('includes that it is laid before another body', () => {
    const recorded = itFunction({
      kind: 'decision',
      id: 'shortcut',
      matter: 'm',
      body: 'rsau',
      act: 'proposes',
      to: 'regionfullmaktige',
      answers: ['au'],
    });
    expect(changes(recorded, 'shortcut')[0]!.to).toEqual({
      before: recorded.unit('regionstyrelsen'),
      after: recorded.unit('regionfullmaktige'),
    });
  });

  it('is nothing for what answers nothing, and undefined for what is not known', () => {
    const recorded = itFunction();
    expect(changes(recorded, 'paper-proposal')).toEqual([]);
    expect(changesSince(recorded.register, 0, recorded.id('s8'))).toBeUndefined();
    expect(changesSince(recorded.register, recorded.position, recorded.id('m'))).toBeUndefined();
  });

  it('ends where steps answer each other', () => {
    const recorded = itFunction();
    recorded.record('2024-02-01', {
      kind: 'correct',
      change: 'paper-proposal',
      with: { kind: 'decision', matter: 'm', body: 'regionkontoret', act: 'proposes', answers: ['s8'] },
      reason: 'fel',
    });
    expect(changes(recorded, 's8').map(({ generation }) => generation)).toEqual([1, 2, 3]);
  });
});

/** RS 1398-2021 § 217: the proposal that the committee received, and what it decided. */
function merger(): RecordedDecisions {
  const step = (id: string, line: Line): Line => ({
    kind: 'decision',
    id,
    matter: 'm',
    act: 'proposes',
    to: 'regionstyrelsen',
    points: [
      {
        text: 'Verksamhetsområde Service går samman med Verksamhetsområde Digitalisering och medicinsk teknik till ett (1) verksamhetsområde.',
      },
      { text: 'Regiondirektören får i uppdrag att skapa en sammanhållen organisation.' },
    ],
    ...line,
  });
  return new RecordedDecisions().record(
    '2024-01-01',
    { kind: 'matter', id: 'm', number: 'RS 1398-2021', title: 'Organisationsförändring' },
    step('received', { body: 'au' }),
    step('s217', { body: 'au', paragraph: '§ 217', answers: ['received'] }),
    {
      kind: 'condition',
      decision: 's217',
      text: 'Beslutet fattas under förutsättning att erforderliga fackliga förhandlingar är genomförda.',
    },
  );
}

describe('§ 217', () => {
  it('added the condition, and nothing else', () => {
    expect(changes(merger(), 's217')).toMatchObject([
      {
        points: [],
        conditions: [
          {
            change: 'added',
            before: null,
            after:
              'Beslutet fattas under förutsättning att erforderliga fackliga förhandlingar är genomförda.',
          },
        ],
        recipients: [],
        documents: [],
        to: null,
        unchanged: false,
      },
    ]);
  });
});

/** RS211123 § 398: the draft and the minutes. */
function review(draft: readonly unknown[], minutes: readonly unknown[]): RecordedDecisions {
  const line = { kind: 'decision', matter: 'm' };
  return new RecordedDecisions().record(
    '2024-01-01',
    { kind: 'matter', id: 'm', number: 'RS211123', title: 'Översyn av förvaltningarnas stabsfunktioner' },
    { ...line, id: 'draft', body: 'regionkontoret', act: 'proposes', to: 'rsau', recipients: draft },
    {
      ...line,
      id: 's398',
      body: 'rsau',
      act: 'decidesByDelegation',
      answers: ['draft'],
      recipients: minutes,
    },
  );
}

describe('§ 398', () => {
  it('has driftnämnder among its recipients where the draft has förvaltningar', () => {
    const staff = [{ name: 'HR-avdelningen' }, { name: 'Kansliavdelningen' }];
    const recorded = review(
      [...staff, { name: 'Samtliga förvaltningar' }],
      [...staff, { name: 'Samtliga driiftnämnder' }],
    );
    expect(changes(recorded, 's398')[0]!.recipients).toEqual([
      { change: 'added', party: { name: 'Samtliga driiftnämnder' } },
      { change: 'removed', party: { name: 'Samtliga förvaltningar' } },
    ]);
  });

  it('has the same recipient where its unit is known, however it is written', () => {
    const recorded = review(['hr'], [{ name: 'HR-avdelningen', unit: 'hr' }]);
    expect(changes(recorded, 's398')).toMatchObject([{ recipients: [], to: null, unchanged: true }]);
  });

  it('has the same recipient where only case and blanks differ', () => {
    const recorded = review([{ name: 'HR-avdelningen' }], [{ name: 'HR-Avdelningen ' }]);
    expect(changes(recorded, 's398')[0]!.recipients).toEqual([]);
  });
});
