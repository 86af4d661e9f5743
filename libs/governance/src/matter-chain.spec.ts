import { describe, expect, it } from '@jest/globals';
import { chainOf, type ChainStep } from './matter-chain.js';
import { corrected, RecordedDecisions, type Line } from './testing/recorded-decisions.js';

const MATTER: Line = { kind: 'matter', id: 'm', number: 'RS200432', title: 'Inrättande av en funktion' };
const step = (id: string, act: string, body: string, line: Line = {}): Line => ({
  kind: 'decision',
  id,
  matter: 'm',
  act,
  body,
  ...line,
});

/** RS200432 as its documents tell it, recorded last to first. */
const IT_FUNCTION: readonly Line[] = [
  { kind: 'document', id: 'paper', title: 'Tjänsteskrivelse', role: 'officialsPaper', matter: 'm' },
  {
    kind: 'document',
    id: 'b2',
    title: 'Bilaga 2, Sammanfattning av börläget',
    role: 'attachment',
    matter: 'm',
  },
  { kind: 'document', id: 'elsewhere', title: 'Verksamhetsplan 2023', role: 'plan' },
  step('survey', 'prepares', 'regionkontoret', { on: '2020-Q1' }),
  step('dialogue', 'prepares', 'rsau', { on: '2020-04-21' }),
  step('commission', 'commissions', 'rsau', { on: '2020-09', to: { name: 'Regiondirektören' } }),
  step('written', 'proposes', 'regionkontoret', { to: 'regionstyrelsen', answers: ['commission'] }),
  step('au', 'proposes', 'rsau', { to: 'regionstyrelsen', answers: ['written'] }),
  step('s8', 'proposes', 'regionstyrelsen', {
    to: 'regionfullmaktige',
    paragraph: '§8',
    answers: ['au'],
    adjusted: '2021-W08',
    documents: [{ document: 'paper' }, { document: 'b2', as: 'Bilaga 2, Sammanfattning av börslaget' }],
  }),
];

function recorded(...lines: readonly Line[]): RecordedDecisions {
  return new RecordedDecisions().record('2024-01-01', MATTER, ...lines);
}

function steps(history: RecordedDecisions, position = history.position): readonly ChainStep[] {
  return chainOf(history.register, position, history.id('m'))!.steps;
}

const order = (history: RecordedDecisions) => steps(history).map(({ decision }) => history.name(decision.id));
const named = (history: RecordedDecisions, name: string) =>
  steps(history).find(({ decision }) => history.name(decision.id) === name)!;

describe('the chain of a matter', () => {
  it('is that of RS200432: from the survey to the board, which proposes to the assembly', () => {
    const history = recorded(...IT_FUNCTION);
    expect(order(history)).toEqual(['survey', 'dialogue', 'commission', 'written', 'au', 's8']);
    expect(steps(history).map(({ isDecision }) => isDecision)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('puts a step after what it answers, whatever was recorded first', () => {
    const proposal = step('proposal', 'proposes', 'a', { to: 'b' });
    const decided = step('decided', 'decides', 'b');
    const history = recorded(decided, proposal);
    history.record('2024-02-01', corrected(decided, { answers: ['proposal'] }));
    expect(order(history)).toEqual(['proposal', 'decided']);
  });

  it('follows the dates where no step answers another', () => {
    const later = step('later', 'prepares', 'a', { on: '2020-04-21' });
    const earlier = step('earlier', 'prepares', 'a', { on: '2020-Q1' });
    expect(order(recorded(later, earlier))).toEqual(['earlier', 'later']);
  });

  it('stands as it was recorded where dates may be the same', () => {
    const month = step('month', 'prepares', 'a', { on: '2020-04' });
    const day = step('day', 'prepares', 'a', { on: '2020-04-21' });
    const undated = step('undated', 'prepares', 'a');
    expect(order(recorded(month, undated, day))).toEqual(['month', 'undated', 'day']);
    expect(order(recorded(day, month, undated))).toEqual(['day', 'month', 'undated']);
  });

  it('takes a step whose day is not known to lie before the adjustment of its minutes', () => {
    const later = step('later', 'prepares', 'a', { on: '2021-05-01' });
    const minuted = step('minuted', 'decides', 'a', { adjusted: '2021-W08' });
    expect(order(recorded(later, minuted))).toEqual(['minuted', 'later']);
  });

  it('follows the answers where dates contradict them, and ends where steps answer each other', () => {
    const early = step('early', 'proposes', 'a', { on: '2021-05-01' });
    const late = step('late', 'decides', 'b', { on: '2020-05-01', answers: ['early'] });
    const history = recorded(early, late);
    expect(order(history)).toEqual(['early', 'late']);
    history.record('2024-02-01', corrected(early, { answers: ['late'] }));
    expect([...order(history)].sort()).toEqual(['early', 'late']);
  });

  it('is what was known at the position, and undefined for what is no matter', () => {
    const history = recorded(step('first', 'prepares', 'a'));
    const before = history.position;
    history.record('2024-02-01', step('second', 'decides', 'b', { answers: ['first'] }));
    expect(steps(history, before)).toHaveLength(1);
    expect(steps(history, before)[0]!.answeredBy).toEqual([]);
    expect(steps(history)[0]!.answeredBy).toEqual([history.id('second')]);
    expect(chainOf(history.register, history.position, history.id('second'))).toBeUndefined();
  });
});

describe('a step', () => {
  it('awaits the body that its proposal was laid before until that body takes it up', () => {
    const history = recorded(...IT_FUNCTION);
    expect(named(history, 'au').awaits).toBeNull();
    expect(named(history, 's8').awaits).toBe(history.unit('regionfullmaktige'));
    history.record('2024-02-01', step('rf', 'decides', 'regionfullmaktige', { answers: ['s8'] }));
    expect(named(history, 's8').awaits).toBeNull();
    expect(named(history, 'rf').isDecision).toBe(true);
  });

  it('lists documents under the titles that it gives them, beside their own', () => {
    const history = recorded(...IT_FUNCTION);
    expect(named(history, 's8').documents).toEqual([
      { document: history.id('paper'), title: 'Tjänsteskrivelse', properTitle: null, role: 'officialsPaper' },
      {
        document: history.id('b2'),
        title: 'Bilaga 2, Sammanfattning av börslaget',
        properTitle: 'Bilaga 2, Sammanfattning av börläget',
        role: 'attachment',
      },
    ]);
    const { documents } = chainOf(history.register, history.position, history.id('m'))!;
    expect(documents.map(({ id }) => history.name(id))).toEqual(['paper', 'b2']);
  });

  it('has its conditions with what became of them', () => {
    const condition = (id: string) => ({ kind: 'condition', id, decision: 'd', text: `villkor ${id}` });
    const history = recorded(
      step('d', 'decides', 'a'),
      condition('1'),
      condition('2'),
      condition('3'),
      { kind: 'conditionMet', condition: '1', evidence: 'protokoll' },
      { kind: 'conditionFailed', condition: '3' },
    );
    expect(named(history, 'd').conditions.map(({ payload, state }) => [payload.text, state])).toEqual([
      ['villkor 1', 'met'],
      ['villkor 2', 'open'],
      ['villkor 3', 'failed'],
    ]);
  });

  it('has its appeal period, and whether it may be appealed at all', () => {
    const history = recorded(
      ...IT_FUNCTION,
      step('d', 'decides', 'regionfullmaktige', { on: '2021-03-24', announced: '2021-03-31' }),
      { kind: 'appeal', decision: 'd', outcome: 'lodged', on: '2021-04-10' },
      { kind: 'appeal', decision: 'd', outcome: 'dismissed', on: '2021-09-10' },
    );
    expect(named(history, 's8')).toMatchObject({
      appealability: 'preparatory',
      appealPeriod: { known: 'window', restsOn: 'adjusted' },
      appeal: undefined,
    });
    expect(named(history, 'd')).toMatchObject({
      appealability: 'yes',
      appealPeriod: { known: 'exact', lastDay: { earliest: '2021-04-21', latest: '2021-04-21' } },
      appeal: { payload: { outcome: 'dismissed' } },
    });
  });

  it('has the follow-up of a decision by delegation', () => {
    const history = recorded(
      step('s398', 'decidesByDelegation', 'rsau', { paragraph: '§398' }),
      step('d', 'decides', 'a'),
    );
    expect(named(history, 's398').followUp?.status).toBe('minuted');
    expect(named(history, 'd').followUp).toBeNull();
  });
});
