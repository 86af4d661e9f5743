import { describe, expect, it } from '@jest/globals';
import { establish, RecordedHistory } from '../testing/recorded-history.js';
import { history, type HistoryEntry } from './history.js';
import { why } from './why.js';

function amended(): RecordedHistory {
  const recorded = new RecordedHistory();
  recorded.record(establish('top', '2000-01-01'), establish('it', '2010-01-01', 'top'));
  recorded.record({ kind: 'rename', on: '2020-01-01', unit: 'it', name: 'Digtal', id: 'r1' });
  recorded.record({
    kind: 'correct',
    change: 'r1',
    with: { kind: 'rename', on: '2020-01-01', unit: 'it', name: 'Digital' },
    reason: 'Felstavat',
  });
  recorded.record({ kind: 'reschedule', change: 'r1', on: '2021-01-01', reason: 'Ikraft senare' });
  return recorded;
}

function shown({ value, validFrom, knownFrom, knownUntil, recorded, takenBack }: HistoryEntry): unknown[] {
  return [value, validFrom.written, knownFrom, knownUntil, recorded.recording, takenBack?.recording ?? null];
}

describe('the history of a unit', () => {
  it('keeps every version in both times, with who said it and why', () => {
    const recorded = amended();
    const names = history(recorded.timeline, recorded.unit('it'), recorded.position).filter(
      (entry) => entry.field === 'name',
    );
    expect(names.map(shown)).toEqual([
      ['IT', '2010-01-01', 2, null, 'recorded', null],
      ['Digtal', '2020-01-01', 3, 4, 'recorded', 'corrected'],
      ['Digital', '2020-01-01', 4, 5, 'corrected', 'rescheduled'],
      ['Digital', '2021-01-01', 5, null, 'rescheduled', null],
    ]);
    expect(names[1]!.takenBack).toMatchObject({
      reason: 'Felstavat',
      actor: 'registrar',
      recordedAt: '2024-01-01T12:04:00.000000Z',
    });
  });

  it('is the same for a position whatever is recorded later', () => {
    const recorded = amended();
    const names = history(recorded.timeline, recorded.unit('it'), 3).filter(
      (entry) => entry.field === 'name',
    );
    expect(names.map(shown)).toEqual([
      ['IT', '2010-01-01', 2, null, 'recorded', null],
      ['Digtal', '2020-01-01', 3, null, 'recorded', null],
    ]);
  });

  it('covers existence, parents, codes and lineage', () => {
    const recorded = amended();
    recorded.record({
      kind: 'replace',
      on: '2022-01-01',
      unit: 'it',
      by: { key: 'n', name: 'N', type: 'unit', parent: 'top' },
    });
    const entries = history(recorded.timeline, recorded.unit('it'), recorded.position);
    expect(entries.map((entry) => entry.field)).toEqual([
      'existence',
      'name',
      'type',
      'parent:line',
      'code:import',
      'name',
      'name',
      'name',
      'existence',
      'successor',
    ]);
    expect(entries[3]).toMatchObject({ value: recorded.unit('top').id, valueName: 'TOP' });
    expect(entries[8]).toMatchObject({ value: false });
    expect(entries[9]).toMatchObject({
      relation: 'replacedBy',
      valueName: 'N',
      value: recorded.unit('n').id,
    });
  });
});

describe('why a unit is as it is', () => {
  it('gives the change behind existence, name, type, place and codes', () => {
    const recorded = amended();
    const reasons = why(recorded.on('2021-06-01'), recorded.unit('it'));
    expect(reasons.map((reason) => [reason.field, reason.value, reason.change.sentence.sv])).toEqual([
      ['existence', true, 'IT inrättades under TOP'],
      ['name', 'Digital', 'IT bytte namn till Digital'],
      ['type', 'unit', 'IT inrättades under TOP'],
      ['parent:line', recorded.unit('top').id, 'IT inrättades under TOP'],
      ['code:import', 'it', 'IT inrättades under TOP'],
    ]);
    expect(reasons[1]!.change.log.map((entry) => [entry.recording, entry.reason])).toEqual([
      ['recorded', undefined],
      ['corrected', 'Felstavat'],
      ['rescheduled', 'Ikraft senare'],
    ]);
  });

  it('gives both beginning and end of a unit that has ended', () => {
    const recorded = amended();
    recorded.record({ kind: 'dissolve', on: '2023-01-01', unit: 'it', successors: 'unknown' });
    const reasons = why(recorded.on('2023-01-01'), recorded.unit('it')).filter(
      (r) => r.field === 'existence',
    );
    expect(reasons.map((reason) => [reason.value, reason.change.sentence.en])).toEqual([
      [true, 'IT was established under TOP'],
      [false, 'Digital was dissolved; successor unknown'],
    ]);
  });

  it('adds what is not certain yet, and nothing that was not known', () => {
    const recorded = amended();
    const position = recorded.position;
    recorded.record({ kind: 'rename', on: '2022', unit: 'it', name: 'Soon' });
    const names = (at: number) =>
      why(recorded.on('2022-05-01', at), recorded.unit('it'))
        .filter((reason) => reason.field === 'name')
        .map((reason) => [reason.value, reason.certain]);
    expect(names(recorded.position)).toEqual([
      ['Digital', true],
      ['Soon', false],
    ]);
    expect(names(position)).toEqual([['Digital', true]]);
  });
});
