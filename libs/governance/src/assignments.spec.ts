import { describe, expect, it } from '@jest/globals';
import { civilDate, dayOf } from '#temporal';
import { day, establish, RecordedHistory } from '../../structure/src/testing/recorded-history.js';
import { assignmentsAt, type AssignmentOnDate, type AssignmentQuery } from './assignments.js';
import { corrected, RecordedDecisions, type Line } from './testing/recorded-decisions.js';

const MATTER: Line = { kind: 'matter', id: 'm', number: 'RS211123', title: 'Översyn av stabsfunktioner' };
const S398: Line = {
  kind: 'decision',
  id: 's398',
  matter: 'm',
  body: 'rsau',
  act: 'decidesByDelegation',
  paragraph: '§398',
};
const REVIEW: Line = {
  kind: 'assignment',
  id: 'review',
  title: 'Översiktligt kartlägga förvaltningarnas förutsättningar och administrativa kapaciteter',
  decision: 's398',
  to: ['regionkontoret'],
  with: [{ name: 'Förvaltningsledningarna' }],
  due: '2022-41',
  reportTo: 'rsau',
};

function review(...more: Line[]): RecordedDecisions {
  return new RecordedDecisions().record('2021-12-01', MATTER, S398, REVIEW, ...more);
}

function at(recorded: RecordedDecisions, date: string, query: AssignmentQuery = {}): AssignmentOnDate[] {
  return assignmentsAt(recorded.register, recorded.position, dayOf(civilDate(date)), query);
}
const one = (recorded: RecordedDecisions, date: string) => at(recorded, date)[0]!;
const statuses = (recorded: RecordedDecisions, ...dates: string[]) =>
  dates.map((date) => one(recorded, date).status);

describe('an assignment', () => {
  it('says who does it, with whom, reporting to whom and by when', () => {
    const recorded = review();
    const found = one(recorded, '2022-08-01');
    expect(found.to.map(({ unit }) => unit)).toEqual([recorded.unit('regionkontoret')]);
    expect(found.with.map(({ name }) => name)).toEqual(['Förvaltningsledningarna']);
    expect(found.payload.reportTo).toBe(recorded.unit('rsau'));
    expect(found.due).toEqual({ written: '2022-41', earliest: '2022-07-01', latest: '2022-12-31' });
    expect(found.standing).toBe('given');
  });

  it('is overdue after the last day that its date may mean, and not before', () => {
    expect(statuses(review(), '2022-06-30', '2022-07-01', '2022-08-01', '2022-12-31', '2023-01-01')).toEqual([
      'notYetDue',
      'due',
      'due',
      'due',
      'overdue',
    ]);
    expect(at(review(), '2023-01-15', { overdue: true })).toHaveLength(1);
    expect(at(review(), '2022-08-01', { overdue: true })).toEqual([]);
    expect(at(review(), '2022-08-01', { overdue: false })).toHaveLength(1);
  });

  it('without a date is open, and never overdue', () => {
    const recorded = review(corrected(REVIEW, { due: undefined }));
    expect(statuses(recorded, '2022-01-01', '2030-01-01')).toEqual(['open', 'open']);
    expect(one(recorded, '2030-01-01').due).toBeNull();
  });

  it('is what was known at the position', () => {
    const recorded = review();
    const before = recorded.position;
    recorded.record('2023-02-01', {
      kind: 'report',
      assignment: 'review',
      on: '2022-11-20',
      assessment: 'met',
    });
    const status = (position: number) =>
      assignmentsAt(recorded.register, position, day('2023-01-15'))[0]!.status;
    expect(status(before)).toBe('overdue');
    expect(status(recorded.position)).toBe('reported');
  });
});

describe('a report', () => {
  const reported = (report: Line, recordedOn = '2023-02-10') =>
    review().record(recordedOn, {
      kind: 'report',
      id: 'r',
      assignment: 'review',
      assessment: 'partlyMet',
      ...report,
    });

  it('counts from its own day', () => {
    const recorded = reported({ on: '2023-01-20', text: 'Delredovisning', place: '§ 12' });
    expect(statuses(recorded, '2023-01-19', '2023-01-20')).toEqual(['overdue', 'reported']);
    expect(one(recorded, '2023-01-19').reports).toEqual([]);
    expect(one(recorded, '2023-01-20').reports).toMatchObject([
      { on: '2023-01-20', certain: true, payload: { text: 'Delredovisning', place: '§ 12' } },
    ]);
  });

  it('that is undated counts from the day on which it was first recorded', () => {
    const recorded = reported({});
    expect(statuses(recorded, '2023-02-09', '2023-02-10')).toEqual(['overdue', 'reported']);
    expect(one(recorded, '2023-02-10').reports).toMatchObject([{ on: null, certain: true }]);
    recorded.record('2023-06-01', {
      kind: 'correct',
      change: 'r',
      with: { kind: 'report', assignment: 'review', assessment: 'met' },
      reason: 'fel bedömning',
    });
    expect(statuses(recorded, '2023-02-09', '2023-02-10')).toEqual(['overdue', 'reported']);
    expect(one(recorded, '2023-02-10').assessment).toBe('met');
  });

  it('dated imprecisely may have come from its first day on, and has come when it is over', () => {
    const recorded = reported({ on: '2023-01' }, '2023-03-01');
    expect(statuses(recorded, '2022-12-31', '2023-01-15', '2023-01-31')).toEqual([
      'due',
      'maybeOverdue',
      'reported',
    ]);
    expect(one(recorded, '2023-01-15')).toMatchObject({ assessment: null, reports: [{ certain: false }] });
  });

  it('has come at the latest when it was recorded', () => {
    const recorded = reported({ on: '2023-01/..' });
    expect(statuses(recorded, '2023-02-09', '2023-02-10')).toEqual(['maybeOverdue', 'reported']);
  });

  it('that is final makes it done', () => {
    const recorded = reported({ on: '2022-11-20', final: true });
    expect(statuses(recorded, '2022-11-19', '2022-11-20', '2023-01-15')).toEqual(['due', 'done', 'done']);
  });

  it('that is the last gives the assessment', () => {
    const recorded = reported({ on: '2022-11-20' }).record(
      '2023-03-01',
      { kind: 'report', assignment: 'review', on: '2023-02-20', assessment: 'met' },
      { kind: 'report', assignment: 'review', on: '2022-10-01', assessment: 'notMet' },
    );
    const assessments = (date: string) => {
      const { assessment, reports } = one(recorded, date);
      return [assessment, reports.map(({ payload }) => payload.assessment)];
    };
    expect(assessments('2022-10-31')).toEqual(['notMet', ['notMet']]);
    expect(assessments('2023-01-15')).toEqual(['partlyMet', ['notMet', 'partlyMet']]);
    expect(assessments('2023-02-28')).toEqual(['met', ['notMet', 'partlyMet', 'met']]);
  });
});

describe('the eleven assignments of 2023', () => {
  const ASSESSED = {
    '2.2.1': 'partlyMet',
    '2.2.2': 'met',
    '2.2.3': 'met',
    '2.2.4': 'met',
    '2.2.5': 'partlyMet',
    '2.2.6': 'met',
    '2.2.7': 'met',
    '2.2.8': 'met',
    '2.2.9': 'noneGiven',
    '2.2.10': 'met',
    '2.2.11': 'met',
  } as const;
  const followUp = () =>
    new RecordedDecisions().record(
      '2024-01-01',
      { kind: 'document', id: 'plan', title: 'Regionkontorets verksamhetsplan 2023', role: 'plan' },
      ...Object.entries(ASSESSED).flatMap(([number, assessment]) => [
        {
          kind: 'assignment',
          id: number,
          number,
          title: `Uppdrag ${number}`,
          document: 'plan',
          to: ['regionkontoret'],
        },
        { kind: 'report', assignment: number, on: '2023-08-31', assessment },
      ]),
    );
  const numbers = (query: AssignmentQuery) =>
    at(followUp(), '2023-12-31', query).map(({ payload }) => payload.number);

  it('are partly met in two, met in eight, and not assessed in one', () => {
    expect(numbers({ assessment: 'partlyMet' })).toEqual(['2.2.1', '2.2.5']);
    expect(numbers({ assessment: 'met' })).toHaveLength(8);
    expect(numbers({ assessment: 'noneGiven' })).toEqual(['2.2.9']);
    expect(numbers({ assessment: 'notMet' })).toEqual([]);
  });

  it('are given by their plan', () => {
    expect(new Set(at(followUp(), '2023-12-31').map(({ standing }) => standing))).toEqual(
      new Set(['byPlan']),
    );
  });
});

describe('the standing of an assignment', () => {
  const PROPOSAL: Line = {
    kind: 'decision',
    id: 's8',
    matter: 'm',
    body: 'regionstyrelsen',
    act: 'proposes',
    to: 'regionfullmaktige',
    points: [{ text: 'uppdra åt regionkontoret att lägga förslag till justeringar' }],
  };
  const ASSIGNMENT: Line = {
    kind: 'assignment',
    id: 'a',
    title: 'Lägga förslag till justeringar av IS/IT-policy',
    decision: 's8',
    to: ['regionkontoret'],
    due: '2021',
    steeringDocuments: ['IS/IT-policy', 'Regionstyrelsens reglementen', 'Delegationsordning'],
  };
  const proposed = (...more: Line[]) =>
    new RecordedDecisions().record('2024-01-01', MATTER, PROPOSAL, ASSIGNMENT, ...more);
  const answer = (act: string, line: Line = {}): Line => ({
    kind: 'decision',
    id: 'rf',
    matter: 'm',
    body: 'regionfullmaktige',
    act,
    answers: ['s8'],
    ...line,
  });
  const standing = (recorded: RecordedDecisions, date = '2022-06-01') => {
    const found = one(recorded, date);
    return [found.standing, found.status];
  };

  it('is only proposed while its decision only proposes, and then it is never overdue', () => {
    expect(standing(proposed())).toEqual(['proposed', 'notGiven']);
  });

  it('is given by the decision that takes over all points of the proposal', () => {
    expect(standing(proposed(answer('decides')))).toEqual(['given', 'overdue']);
    const points = [{ text: '- Uppdra åt regionkontoret att lägga förslag till justeringar.' }];
    expect(standing(proposed(answer('decides', { points })))).toEqual(['given', 'overdue']);
  });

  it('stays proposed where the decision has other points, only prepares or refers back', () => {
    const points = [{ text: 'avslå uppdraget' }];
    expect(standing(proposed(answer('decides', { points })))[0]).toBe('proposed');
    expect(standing(proposed(answer('refersBack')))[0]).toBe('proposed');
    expect(standing(proposed(answer('prepares')))[0]).toBe('proposed');
  });

  it('is given from the day of that decision', () => {
    const recorded = proposed(answer('decides', { on: '2021-03-24' }));
    expect(standing(recorded, '2021-03-23')).toEqual(['proposed', 'notGiven']);
    expect(standing(recorded, '2021-03-24')).toEqual(['given', 'due']);
  });

  it('is rejected with the proposal', () => {
    expect(standing(proposed(answer('rejects')))).toEqual(['rejected', 'notGiven']);
  });

  it('is conditional until the conditions are met, and lapses if one fails', () => {
    const CONDITION: Line = { kind: 'condition', id: 'c', decision: 'rf', text: 'fackliga förhandlingar' };
    const met = proposed(answer('decides'), CONDITION, {
      kind: 'conditionMet',
      condition: 'c',
      on: '2021-06-01',
    });
    expect(standing(met, '2021-05-31')).toEqual(['conditional', 'notGiven']);
    expect(standing(met, '2021-06-01')).toEqual(['given', 'due']);
    const failed = proposed(answer('decides'), CONDITION, {
      kind: 'conditionFailed',
      condition: 'c',
      on: '2021-06-01',
    });
    expect(standing(failed, '2021-06-01')).toEqual(['lapsed', 'notGiven']);
  });

  it('is annulled with its decision', () => {
    const recorded = proposed(answer('decides'), {
      kind: 'appeal',
      decision: 'rf',
      outcome: 'annulled',
      on: '2021-09-01',
    });
    expect(standing(recorded, '2021-08-31')).toEqual(['given', 'due']);
    expect(standing(recorded, '2021-09-01')).toEqual(['annulled', 'notGiven']);
  });

  it('is not yet given before the day that it names, and asserted where nothing gives it', () => {
    const recorded = new RecordedDecisions().record('2024-01-01', {
      kind: 'assignment',
      title: 'Uppdrag',
      to: ['regionkontoret'],
      given: '2021-06-01',
    });
    expect(standing(recorded, '2021-05-31')).toEqual(['notYetGiven', 'notGiven']);
    expect(standing(recorded, '2021-06-01')).toEqual(['asserted', 'open']);
  });

  it('is found by its matter, also through its decision', () => {
    const recorded = proposed({ kind: 'matter', id: 'other', title: 'Annat' });
    expect(at(recorded, '2022-01-01', { matter: recorded.id('m') })).toHaveLength(1);
    expect(at(recorded, '2022-01-01', { matter: recorded.id('other') })).toEqual([]);
  });
});

describe('an assignment of a unit that is reorganised', () => {
  /** VO Service and VO Digitalisering become VO Stöd on 2022-01-01. */
  function merged(...more: Line[]): RecordedDecisions {
    const history = new RecordedHistory();
    history.record(establish('region', '2000-01-01'));
    for (const key of ['service', 'digitalisering', 'kultur']) {
      history.record(establish(key, '2017-01-01', 'region'));
    }
    history.record({
      kind: 'merge',
      on: '2022-01-01',
      units: ['service', 'digitalisering'],
      into: { key: 'stod', name: 'VO Stöd', type: 'unit', parent: 'region' },
    });
    return new RecordedDecisions(history).record(
      '2021-06-01',
      { kind: 'assignment', id: 'a', title: 'Införa schemaverktyg', to: ['service'], due: '2022-06-30' },
      { kind: 'assignment', id: 'b', title: 'Öppna museum', to: [{ name: 'Kulturen', unit: 'kultur' }] },
      ...more,
    );
  }
  const on = (recorded: RecordedDecisions, date: string, query: AssignmentQuery = {}) =>
    at(recorded, date, { reading: recorded.history!.on(date), ...query });
  const ids = (recorded: RecordedDecisions, date: string, unit: string) =>
    on(recorded, date, { unit: recorded.unit(unit) }).map(({ id }) => recorded.name(id));

  it('needs handing over once the unit has ended, and names its successors', () => {
    const recorded = merged();
    expect(on(recorded, '2021-12-31').map(({ needsHandOver }) => needsHandOver)).toEqual([false, false]);
    const [a, b] = on(recorded, '2022-01-01');
    expect(a).toMatchObject({
      needsHandOver: true,
      to: [
        { name: 'SERVICE', status: 'ended', successors: [{ id: recorded.unit('stod'), name: 'VO Stöd' }] },
      ],
    });
    expect(b).toMatchObject({
      needsHandOver: false,
      to: [{ name: 'KULTUR', status: 'inForce', successors: [] }],
    });
  });

  it('is listed for the unit that had it and for the one that stands to take it over', () => {
    const recorded = merged();
    expect(ids(recorded, '2021-12-31', 'stod')).toEqual([]);
    expect(ids(recorded, '2022-01-01', 'stod')).toEqual(['a']);
    expect(ids(recorded, '2022-01-01', 'service')).toEqual(['a']);
    expect(ids(recorded, '2022-01-01', 'kultur')).toEqual(['b']);
  });

  it('is listed until it is handed over', () => {
    const recorded = merged({ kind: 'handOver', assignment: 'a', to: ['stod'], on: '2022-02-01' });
    expect(on(recorded, '2022-01-31')[0]!.needsHandOver).toBe(true);
    expect(on(recorded, '2022-02-01')[0]).toMatchObject({
      needsHandOver: false,
      to: [{ name: 'VO Stöd', status: 'inForce' }],
      handOvers: [{ payload: { on: '2022-02-01' } }],
    });
    expect(ids(recorded, '2022-02-01', 'service')).toEqual([]);
    expect(ids(recorded, '2022-02-01', 'stod')).toEqual(['a']);
  });

  it('is handed over on the last day that an imprecise date may mean, also if that was planned ahead', () => {
    const recorded = merged({ kind: 'handOver', assignment: 'a', to: ['stod'], on: '2022-Q1' });
    expect(on(recorded, '2022-03-30')[0]!.needsHandOver).toBe(true);
    expect(on(recorded, '2022-03-31')[0]!.needsHandOver).toBe(false);
  });

  it('needs no handing over once it is done, and stays overdue until then', () => {
    const recorded = merged();
    expect(on(recorded, '2022-07-01')[0]).toMatchObject({ status: 'overdue', needsHandOver: true });
    recorded.record('2022-07-10', {
      kind: 'report',
      assignment: 'a',
      on: '2022-07-05',
      assessment: 'met',
      final: true,
    });
    expect(on(recorded, '2022-07-05')[0]).toMatchObject({ status: 'done', needsHandOver: false });
  });

  it('is not followed where no structure was read', () => {
    expect(at(merged(), '2022-07-01')[0]).toMatchObject({
      needsHandOver: false,
      to: [{ status: null, name: null, successors: [] }],
    });
  });
});
