import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Day, Position } from '#temporal';
import {
  decideChangeSet,
  isRecordEvent,
  parseAnyDraft,
  RecordedOrganisation,
  type OrganisationEvent,
} from './index.js';

let organisation: RecordedOrganisation;
let position: number;
let ids: number;

beforeEach(() => {
  organisation = new RecordedOrganisation();
  [position, ids] = [1, 0];
  record(
    { kind: 'establish', on: '2015-01-01', unit: { key: 'rf', name: 'Fullmäktige', type: 'fullmaktige' } },
    { kind: 'establish', on: '2015-01-01', unit: { key: 'a', name: 'A', type: 'avdelning', parent: 'rf' } },
  );
  record({ kind: 'matter', id: 'm', number: 'RS1', title: 'Namn' });
});

function decide(lines: readonly object[]) {
  const drafts = lines.map((line) => {
    const parsed = parseAnyDraft(line as Record<string, unknown>);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
    return parsed.draft;
  });
  organisation.begin();
  const decision = decideChangeSet(organisation, drafts, {
    position: position as Position,
    today: 20_000 as Day,
    newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    keyScheme: 'import',
    confirmed: 'all',
  });
  if (decision.accepted) organisation.commit();
  else organisation.rollback();
  return decision;
}

function record(...lines: object[]): readonly OrganisationEvent[] {
  const decision = decide(lines);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.rejections));
  position += decision.events.length;
  return decision.events;
}

function refusals(...lines: object[]): string[] {
  const decision = decide(lines);
  return decision.accepted
    ? []
    : decision.rejections.map(({ code, field, index }) => `${index} ${code} ${field}`);
}

const told = (events: readonly OrganisationEvent[]) =>
  events.map((event) => `${event.type} ${isRecordEvent(event) ? event.data.record : event.data.change}`);

const decision = (id: string, more: object = {}) => ({
  kind: 'decision',
  id,
  matter: 'RS1',
  body: 'rf',
  act: 'decides',
  ...more,
});
const rename = (more: object = {}) => ({ kind: 'rename', on: '2020-01-01', unit: 'a', name: 'B', ...more });

describe('a change of a change set', () => {
  test('rests on the decision beside it that names it, by the id that it is given', () => {
    const [decided, proposed, enacted] = record(
      decision('d', { points: [{ text: 'Nytt namn', changes: ['namn'] }] }),
      rename({ id: 'namn' }),
    );
    const { change } = proposed!.data as { change: string };
    expect(decided!.data).toMatchObject({ payload: { points: [{ changes: [change] }] } });
    expect(proposed).toMatchObject({
      type: 'ChangeProposed',
      data: { id: 'namn', restsOn: [(decided!.data as { record: string }).record] },
    });
    expect(enacted).toMatchObject({ type: 'ChangeEnacted', data: { change } });
  });

  test('keeps an id of its own when a record names it', () => {
    const id = '0190a000-0000-7000-8000-000000000001';
    const events = record(
      { kind: 'observation', says: 'B', units: ['a'], corroborates: id, confidence: 'low' },
      rename({ id }),
    );
    expect(told(events)[1]).toBe(`UnitRenamed ${id}`);
  });

  test('does not rest on an observation that names it, nor on a decision on another change', () => {
    const events = record(
      decision('d', { changes: ['annat'] }),
      { kind: 'observation', says: 'B', units: ['a'], corroborates: 'namn', confidence: 'low' },
      rename({ id: 'namn' }),
      { kind: 'recode', id: 'annat', on: '2020-01-01', unit: 'a', codes: { hsa: 'H1' } },
    );
    expect(events.map(({ type }) => type)).toEqual([
      'DecisionRecorded',
      'ObservationRecorded',
      'UnitRenamed',
      'ChangeProposed',
      'ChangeEnacted',
    ]);
  });

  test('is not there for a record when another line only amends it', () => {
    expect(
      refusals(decision('d', { changes: ['namn'] }), {
        kind: 'reschedule',
        change: 'namn',
        on: '2021-01-01',
        reason: 'Fel',
      }),
    ).toEqual(['0 UNKNOWN_CHANGE changes[0]']);
  });
});

describe('a basis', () => {
  beforeEach(() => {
    record({ kind: 'matter', id: 'm2', number: 'RS2', title: 'Annat' }, decision('d1'), {
      ...decision('d2'),
      matter: 'm2',
    });
  });

  test.each<[string, object, string[]]>([
    ['a decision', { decision: 'd1' }, []],
    ['its matter and the decision', { matter: 'RS1', decision: 'd1' }, []],
    ['decisions of several matters', { decisions: ['d1', 'd2'] }, []],
    ['a matter that is not recorded', { matter: 'RS3', decision: 'd1' }, []],
    ['a decision that is not recorded', { matter: 'RS1', decision: 'd3' }, []],
    ['what is no name', { matter: 7, decision: { at: 'd1' }, decisions: [null] }, []],
    ['a decision of another matter', { matter: 'RS1', decision: 'd2' }, ['0 OTHER_MATTER basis.decision']],
    [
      'decisions of which one is of another matter',
      { matter: 'm', decisions: ['d1', 'd2'] },
      ['0 OTHER_MATTER basis.decisions[1]'],
    ],
  ])('may name %s, or is refused', (_what, basis, expected) => {
    expect(refusals(rename({ basis }))).toEqual(expected);
  });
});

describe('names', () => {
  test('are shared by records and changes', () => {
    record(rename({ id: 'namn' }));
    expect(refusals(rename({ id: 'm', name: 'C' }))).toEqual(['0 CHANGE_ID_TAKEN id']);
    expect(refusals({ kind: 'matter', id: 'namn', title: 'Ärende' })).toEqual(['0 RECORD_ID_TAKEN id']);
    expect(refusals({ kind: 'matter', id: 'ny', title: 'Ärende' }, rename({ id: 'ny', name: 'C' }))).toEqual([
      '1 CHANGE_ID_TAKEN id',
    ]);
    // A matter's number is no name of its own among them.
    expect(refusals(rename({ id: 'RS1', name: 'C' }))).toEqual([]);
  });

  test('of what is withdrawn say so', () => {
    record({ kind: 'cancel', change: 'm', reason: 'Fel' });
    expect(refusals({ kind: 'cancel', change: 'm', reason: 'Fel' })).toEqual(['0 RECORD_WITHDRAWN change']);
    expect(refusals({ kind: 'cancel', change: 'okänt', reason: 'Fel' })).toEqual(['0 UNKNOWN_CHANGE change']);
  });

  test('of a change set that was refused are free again', () => {
    expect(refusals({ kind: 'matter', id: 'ny', title: 'Ärende' }, rename({ unit: 'okänd' }))).toEqual([
      '1 UNKNOWN_UNIT unit',
    ]);
    expect(refusals({ kind: 'cancel', change: 'ny', reason: 'Fel' })).toEqual(['0 UNKNOWN_CHANGE change']);
    expect(refusals(rename({ id: 'ny', name: 'C' }))).toEqual([]);
  });
});

test('a number that is taken is told at the field that says it', () => {
  expect(refusals({ kind: 'matter', number: 'RS1', title: 'Samma' })).toEqual(['0 RECORD_NAME_TAKEN number']);
  record({ kind: 'matter', id: 'm2', number: 'RS2', title: 'Annat' });
  expect(
    refusals({
      kind: 'correct',
      change: 'm2',
      with: { kind: 'matter', number: 'RS1', title: 'Samma' },
      reason: 'Fel',
    }),
  ).toEqual(['0 RECORD_NAME_TAKEN with.number']);
});
