import { describe, expect, it } from '@jest/globals';
import { planned, REGION, stands, transfer, type Line, type Plan } from './testing/planned.js';

const RENAME: Line = { kind: 'rename', on: '2026-01-01', unit: 'hr', name: 'Personal' };
const first = (plan: Partial<Plan>) => planned({ base: REGION, scenario: [], ...plan }).neededFirst;
const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name);

describe('the decision that a scenario takes', () => {
  it('is the board’s within its area, and the assembly’s between boards: all its changes are one reform', () => {
    const within = first({ scenario: [RENAME] }).competence;
    expect([within.scope, names(within.bodies), within.type]).toEqual(['withinBoard', ['RS'], null]);
    const across = first({ scenario: [RENAME, transfer('it', 'service')] }).competence;
    expect([across.scope, names(across.boards).sort(), names(across.bodies), across.type]).toEqual([
      'acrossBoards',
      ['DN', 'RS'],
      ['RF'],
      'fullmaktige',
    ]);
    expect(across.isUntracked).toBe(false);
  });

  it('is that of a kind of body where none of it is tracked', () => {
    const base = [
      stands('rs', 'styrelse', null),
      stands('dn', 'namnd', null),
      stands('it', 'avdelning', 'rs'),
    ];
    expect(first({ base, scenario: [transfer('it', 'dn')] }).competence).toMatchObject({
      scope: 'acrossBoards',
      bodies: [],
      type: 'fullmaktige',
      isUntracked: true,
    });
  });

  it('is by the rule that is recorded', () => {
    const rule = { kind: 'competence', scope: 'withinBoard', by: { unit: 'kontoret' }, delegatedTo: ['hr'] };
    const { bodies, delegates, rule: by } = first({ scenario: [RENAME], records: [rule] }).competence;
    expect([names(bodies), names(delegates), by === null]).toEqual([['KONTORET'], ['HR'], false]);
  });
});

describe('conditions', () => {
  const plan: Partial<Plan> = {
    pending: [transfer('it', 'service', { id: 'flytt' })],
    records: [
      { kind: 'matter', id: 'm1', title: 'Ny IT-funktion' },
      { kind: 'decision', id: 'd1', matter: 'm1', body: 'rs', act: 'proposes', changes: ['flytt'] },
      { kind: 'decision', id: 'd2', matter: 'm1', body: 'rf', act: 'decides', answers: ['d1'] },
      { kind: 'condition', id: 'c1', decision: 'd1', text: 'Facklig förhandling är avslutad' },
      { kind: 'condition', id: 'c2', decision: 'd2', text: 'Finansieringen är klar' },
      { kind: 'conditionMet', condition: 'c2' },
      { kind: 'matter', id: 'm2', title: 'Annat ärende' },
      { kind: 'decision', id: 'd3', matter: 'm2', body: 'rs', act: 'decides' },
      { kind: 'condition', id: 'c3', decision: 'd3', text: 'Annat villkor' },
    ],
  };

  it('that are open in a matter on the same units are told of', () => {
    const { conditions } = first({
      ...plan,
      scenario: [{ kind: 'rename', on: '2026-01-01', unit: 'it', name: 'Digitalisering' }],
    });
    expect(conditions.map(({ text, units }) => [text, names(units)])).toEqual([
      ['Facklig förhandling är avslutad', ['IT']],
    ]);
  });

  it('on other units are not', () => {
    expect(first({ ...plan, scenario: [RENAME] }).conditions).toEqual([]);
  });
});

describe('the earliest dates', () => {
  it('are the day itself and, if it is announced the same day, the day after three weeks', () => {
    const { earliest } = first({ scenario: [RENAME], today: '2025-03-03' });
    expect([earliest.takesEffect, earliest.finalOn]).toEqual([
      '2025-03-03',
      { earliest: '2025-03-25', latest: '2025-04-10' },
    ]);
    expect(earliest.source.map(({ cite }) => cite)[0]).toContain('13 kap. 5 §');
  });

  it('are not computed before the law was in force', () => {
    const { earliest } = first({ scenario: [RENAME], today: '2017-01-01' });
    expect([earliest.finalOn, earliest.beforeFinal]).toEqual([null, []]);
  });

  it('show which changes come too early: before the decision, or before it is final', () => {
    const rename = (unit: string, on: string): Line => ({ kind: 'rename', on, unit, name: `Ny ${unit}` });
    const { earliest } = first({
      scenario: [
        rename('it', '2025-01-01'),
        rename('hr', '2025-03-03'),
        rename('drift', '2025-03'),
        rename('service', '2025-03-25'),
      ],
      today: '2025-03-03',
    });
    const told = (list: typeof earliest.beforeFinal) =>
      list.map(({ sentence, on, certain }) => `${on.written} ${certain}: ${sentence.en}`);
    expect(told(earliest.beforeDecision)).toEqual([
      '2025-01-01 true: IT is to be renamed Ny it',
      '2025-03 false: DRIFT is to be renamed Ny drift',
    ]);
    expect(earliest.beforeFinal.map(({ on, certain }) => [on.written, certain])).toEqual([
      ['2025-01-01', true],
      ['2025-03-03', true],
      ['2025-03', false],
    ]);
  });
});
