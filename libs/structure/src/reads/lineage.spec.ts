import { describe, expect, it } from '@jest/globals';
import { establish, RecordedHistory } from '../testing/recorded-history.js';
import { lineage, lineageOn, type Direction, type LineageOptions } from './lineage.js';

function began(...keys: string[]): RecordedHistory {
  const history = new RecordedHistory();
  for (const key of keys) history.record(establish(key, '1900-01-01'));
  return history;
}
const newUnit = (key: string) => ({ key, name: key.toUpperCase(), type: 'unit' });

function steps(history: RecordedHistory, key: string, options?: LineageOptions): string[] {
  return lineage(history.on('2024-01-01'), history.unit(key), options).map(
    (step) => `${step.generation} ${step.from.name} ${step.relation} ${step.to.name} ${step.written}`,
  );
}

function on(history: RecordedHistory, key: string, direction: Direction | 'both', date: string): string[] {
  return lineageOn(history.on(date), history.unit(key), direction).units.map((unit) => unit.name);
}

describe('lineage', () => {
  it('goes through all generations both ways, nearest first', () => {
    const history = began('a', 'b', 'c');
    history.record({ kind: 'merge', on: '1950-01-01', units: ['a', 'b'], into: newUnit('ab') });
    history.record({ kind: 'merge', on: '1970-01-01', units: ['ab', 'c'], into: newUnit('abc') });
    history.record({ kind: 'replace', on: '1990-01-01', unit: 'abc', by: newUnit('z') });
    expect(steps(history, 'ab')).toEqual([
      '1 A mergedInto AB 1950-01-01',
      '1 B mergedInto AB 1950-01-01',
      '1 AB mergedInto ABC 1970-01-01',
      '2 ABC replacedBy Z 1990-01-01',
    ]);
    expect(steps(history, 'z', { direction: 'back', generations: 2 })).toEqual([
      '1 ABC replacedBy Z 1990-01-01',
      '2 AB mergedInto ABC 1970-01-01',
      '2 C mergedInto ABC 1970-01-01',
    ]);
    expect(steps(history, 'z', { direction: 'forward' })).toEqual([]);
  });

  it('does not give a unit what another gave away before it joined', () => {
    const history = began('a', 'b');
    history.record({ kind: 'spinOff', on: '1950-01-01', unit: 'a', into: [newUnit('d')] });
    history.record({ kind: 'absorb', on: '1960-01-01', units: ['b'], into: 'a' });
    expect(steps(history, 'b')).toEqual(['1 B absorbedBy A 1960-01-01']);
    expect(steps(history, 'd')).toEqual(['1 A spunOffFrom D 1950-01-01']);
  });

  it('ends where units go back and forth', () => {
    const history = began('a', 'b');
    const exchange = (on: string, from: string, to: string) => ({
      kind: 'reorganise',
      on,
      lineage: [{ from, to, relation: 'partMovedTo', share: 0.5 }],
    });
    history.record(exchange('1950-01-01', 'a', 'b'));
    history.record(exchange('1960-01-01', 'b', 'a'));
    history.record(exchange('1970-01-01', 'a', 'b'));
    expect(steps(history, 'a', { direction: 'forward' })).toEqual([
      '1 A partMovedTo B 1950-01-01',
      '1 A partMovedTo B 1970-01-01',
      '2 B partMovedTo A 1960-01-01',
    ]);
  });

  it('is what was known at the position', () => {
    const history = began('a');
    const position = history.position;
    history.record({ kind: 'replace', on: '1950-01-01', unit: 'a', by: newUnit('b') });
    expect(lineage(history.on('2024-01-01', position), history.unit('a'))).toEqual([]);
  });
});

describe('lineage on a date', () => {
  it('names the units in force then that a unit leads to or goes back to', () => {
    const history = began('a', 'b', 'c');
    history.record({ kind: 'merge', on: '1950-01-01', units: ['a', 'b'], into: newUnit('ab') });
    history.record({ kind: 'split', on: '1970-01-01', unit: 'ab', into: [newUnit('x'), newUnit('y')] });
    history.record({ kind: 'absorb', on: '1990-01-01', units: ['x'], into: 'c' });
    expect(on(history, 'a', 'forward', '1949-12-31')).toEqual(['A']);
    expect(on(history, 'a', 'forward', '1950-01-01')).toEqual(['AB']);
    expect(on(history, 'a', 'forward', '1980-01-01')).toEqual(['X', 'Y']);
    expect(on(history, 'a', 'forward', '2000-01-01')).toEqual(['Y', 'C']);
    expect(on(history, 'c', 'back', '1980-01-01')).toEqual(['C', 'X']);
    expect(on(history, 'c', 'back', '1960-01-01')).toEqual(['C', 'AB']);
    expect(on(history, 'c', 'back', '1940-01-01')).toEqual(['C', 'A', 'B']);
    expect(on(history, 'x', 'both', '1960-01-01')).toEqual(['AB']);
  });

  it('says whether a line that ends was left without a successor on purpose, unknown, or never told', () => {
    const history = began('a', 'b', 'c');
    history.record({ kind: 'dissolve', on: '1950-01-01', unit: 'a', successors: 'none' });
    history.record({ kind: 'dissolve', on: '1950-01-01', unit: 'b', successors: 'unknown' });
    history.record({ kind: 'reorganise', on: '1950-01-01', ends: ['c'] });
    const told = (key: string) =>
      lineageOn(history.on('1960-01-01'), history.unit(key), 'forward').deadEnds.map((end) => [
        end.unit.name,
        end.succession,
        end.endedOn,
      ]);
    expect(told('a')).toEqual([['A', 'none', '1950-01-01']]);
    expect(told('b')).toEqual([['B', 'unknown', '1950-01-01']]);
    expect(told('c')).toEqual([['C', null, '1950-01-01']]);
  });
});
