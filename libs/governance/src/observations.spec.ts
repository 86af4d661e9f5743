import { describe, expect, it } from '@jest/globals';
import type { Direction } from '#structure';
import { inferredLineage, observationsAt, type ObservationFilter } from './observations.js';
import { RecordedDecisions, type Line } from './testing/recorded-decisions.js';

const REPORT = { kind: 'document', id: 'uppfoljning-2', title: 'Uppföljningsrapport 2', role: 'report' };
const INSIDE: Line = {
  kind: 'observation',
  id: 'it-inside',
  document: 'uppfoljning-2',
  place: '3.2',
  on: '2023',
  says: 'IT & Digitalisering redovisas inom regionkontoret',
  units: ['it-digitalisering', 'regionkontoret'],
  corroborates: 'transfer-it',
  infers: { from: 'it-och-teleservice', to: 'it-digitalisering', relation: 'continues' },
  confidence: 'medium',
};
const NEW_DEPARTMENT: Line = {
  kind: 'observation',
  id: 'infosak',
  document: 'uppfoljning-2',
  place: '2.2.5',
  says: 'Informationssäkerhet kallas ny avdelning',
  units: ['informationssakerhet'],
  confidence: 'high',
};

function seen(...lines: Line[]): RecordedDecisions {
  return new RecordedDecisions().record('2024-01-01', REPORT, INSIDE, NEW_DEPARTMENT, ...lines);
}

const verdicts = (recorded: RecordedDecisions, filter?: ObservationFilter, position = recorded.position) =>
  observationsAt(recorded.register, position, filter).map(({ id, verdict }) => [recorded.name(id), verdict]);

describe('an observation', () => {
  it('is unreviewed until a person confirms or rejects what is inferred from it', () => {
    const recorded = seen();
    const before = recorded.position;
    expect(verdicts(recorded)).toEqual([
      ['it-inside', 'unreviewed'],
      ['infosak', 'unreviewed'],
    ]);
    recorded.record(
      '2024-02-01',
      {
        kind: 'observationConfirmed',
        id: 'yes',
        observation: 'it-inside',
        text: 'Stämmer med organisationsplanen',
      },
      { kind: 'observationRejected', observation: 'infosak' },
    );
    expect(verdicts(recorded)).toEqual([
      ['it-inside', 'confirmed'],
      ['infosak', 'rejected'],
    ]);
    expect(observationsAt(recorded.register, recorded.position)[0]).toMatchObject({
      reviewedBy: recorded.id('yes'),
      verdictText: 'Stämmer med organisationsplanen',
      place: '3.2',
    });
    expect(verdicts(recorded, {}, before)).toEqual([
      ['it-inside', 'unreviewed'],
      ['infosak', 'unreviewed'],
    ]);
  });

  it('is unreviewed again once the verdict is withdrawn', () => {
    const recorded = seen({ kind: 'observationRejected', id: 'no', observation: 'it-inside' });
    recorded.record('2024-02-01', { kind: 'cancel', change: 'no', reason: 'fel handling' });
    expect(verdicts(recorded)[0]).toEqual(['it-inside', 'unreviewed']);
  });

  it('is found by a unit that it shows or infers something of, and by the change it corroborates', () => {
    const recorded = seen();
    const of = (unit: string) => verdicts(recorded, { unit: recorded.unit(unit) }).map(([name]) => name);
    expect(of('regionkontoret')).toEqual(['it-inside']);
    expect(of('it-och-teleservice')).toEqual(['it-inside']);
    expect(of('informationssakerhet')).toEqual(['infosak']);
    expect(of('teleservice')).toEqual([]);
    expect(verdicts(recorded, { change: recorded.change('transfer-it') })).toEqual([
      ['it-inside', 'unreviewed'],
    ]);
    expect(verdicts(recorded, { change: recorded.change('another') })).toEqual([]);
  });
});

describe('inferred lineage', () => {
  const KEYS = ['it-och-teleservice', 'it-digitalisering', 'a', 'b'];
  const steps = (recorded: RecordedDecisions, key: string, direction: Direction | 'both' = 'both') => {
    const nameOf = (id: string) => KEYS.find((candidate) => recorded.unit(candidate) === id);
    return inferredLineage(recorded.register, recorded.position, recorded.unit(key), direction).map(
      (step) =>
        `${step.direction} ${step.generation} ${nameOf(step.from)} ${step.relation} ${nameOf(step.to)} ${step.verdict}`,
    );
  };
  const inference = (id: string, from: string, to: string): Line => ({
    kind: 'observation',
    id,
    says: `${from} blev ${to}`,
    units: [to],
    infers: { from, to, relation: 'replacedBy' },
    confidence: 'low',
  });

  it('names the predecessor, what it is inferred from and how sure that is', () => {
    const recorded = seen();
    expect(
      inferredLineage(recorded.register, recorded.position, recorded.unit('it-digitalisering'), 'back'),
    ).toEqual([
      {
        direction: 'back',
        generation: 1,
        from: recorded.unit('it-och-teleservice'),
        to: recorded.unit('it-digitalisering'),
        relation: 'continues',
        confidence: 'medium',
        verdict: 'unreviewed',
        observation: recorded.id('it-inside'),
      },
    ]);
    expect(steps(recorded, 'it-digitalisering', 'forward')).toEqual([]);
  });

  it('goes through all generations, both ways', () => {
    const recorded = seen(
      inference('1', 'a', 'it-och-teleservice'),
      inference('2', 'it-digitalisering', 'b'),
    );
    expect(steps(recorded, 'it-digitalisering')).toEqual([
      'back 1 it-och-teleservice continues it-digitalisering unreviewed',
      'back 2 a replacedBy it-och-teleservice unreviewed',
      'forward 1 it-digitalisering replacedBy b unreviewed',
    ]);
  });

  it('leaves out what was rejected, and what only that leads to', () => {
    const recorded = seen(
      inference('1', 'a', 'it-och-teleservice'),
      { kind: 'observationRejected', observation: 'it-inside' },
      { kind: 'observationConfirmed', observation: '1' },
    );
    expect(steps(recorded, 'it-digitalisering', 'back')).toEqual([]);
    expect(steps(recorded, 'it-och-teleservice', 'back')).toEqual([
      'back 1 a replacedBy it-och-teleservice confirmed',
    ]);
  });

  it('ends where inferences go in a ring', () => {
    const recorded = seen(inference('1', 'a', 'b'), inference('2', 'b', 'a'));
    expect(steps(recorded, 'a', 'back')).toEqual([
      'back 1 b replacedBy a unreviewed',
      'back 2 a replacedBy b unreviewed',
    ]);
  });
});
