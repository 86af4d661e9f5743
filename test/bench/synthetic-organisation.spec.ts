import { describe, expect, it } from '@jest/globals';
import { syntheticLines, syntheticOrganisation, type SyntheticChange } from './synthetic-organisation.js';

const size = { units: 600, changes: 5_000 };

/** Ends, births and what was said of each unit, read from the lines alone. */
function read(changes: readonly SyntheticChange[]) {
  const born = new Map<string, string>();
  const ended = new Map<string, string>();
  const said: { unit: string; on: string }[] = [];
  const placed: { unit: string; under: string; on: string }[] = [];
  const begin = (unit: { key: string; parent: string | null }, on: string): void => {
    expect(born.has(unit.key)).toBe(false);
    born.set(unit.key, on);
    if (unit.parent !== null) placed.push({ unit: unit.key, under: unit.parent, on });
  };
  const end = (unit: string, on: string): void => {
    expect(ended.has(unit)).toBe(false);
    ended.set(unit, on);
  };
  for (const change of changes) {
    const { kind, on } = change;
    if (kind === 'establish') begin(change.unit, on);
    else if (kind === 'merge') {
      for (const unit of change.units) end(unit, on);
      begin(change.into, on);
    } else if (kind === 'split') {
      end(change.unit, on);
      for (const unit of change.into) begin(unit, on);
    } else if (kind === 'replace') {
      end(change.unit, on);
      begin(change.by, on);
    } else if (kind === 'dissolve') end(change.unit, on);
    else {
      said.push({ unit: change.unit, on });
      if (kind === 'transfer') placed.push({ unit: change.unit, under: change.to, on });
    }
  }
  return { born, ended, said, placed };
}

describe('a synthetic organisation', () => {
  const changes = [...syntheticOrganisation(size)];

  it('has the wanted number of lines and is the same every time', () => {
    expect(changes).toHaveLength(size.changes);
    expect([...syntheticLines(size)]).toEqual(changes.map((change) => JSON.stringify(change)));
  });

  it('has changes of every kind', () => {
    const kinds = new Set(changes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      [
        'dissolve',
        'establish',
        'merge',
        'recode',
        'reclassify',
        'rename',
        'replace',
        'split',
        'transfer',
      ].sort(),
    );
  });

  it('says nothing about a unit before its birth, or from its last day on', () => {
    const { born, ended, said } = read(changes);
    for (const { unit, on } of said) {
      expect(on > born.get(unit)!).toBe(true);
      expect(on < (ended.get(unit) ?? '9999')).toBe(true);
    }
    for (const [unit, on] of ended) expect(on > born.get(unit)!).toBe(true);
  });

  it('places units only under older units that never end', () => {
    const { born, ended, placed } = read(changes);
    for (const { unit, under, on } of placed) {
      expect(ended.has(under)).toBe(false);
      expect(born.get(under)! < born.get(unit)!).toBe(true);
      expect(born.get(under)! < on).toBe(true);
    }
  });

  it('has no cycle, because every parent is of a shallower level', () => {
    const starts = [0, 1, 9, 73, 585];
    const level = (key: string): number =>
      key.startsWith('u') ? starts.findLastIndex((start) => start <= Number(key.slice(1))) : starts.length;
    for (const { unit, under } of read(changes).placed) expect(level(under)).toBeLessThan(level(unit));
  });

  it('holds retroactive and future-dated changes', () => {
    const later = changes.slice(size.units);
    let latest = '';
    let retroactive = 0;
    for (const { on } of later) {
      if (on < latest) retroactive++;
      else latest = on;
    }
    expect(retroactive / later.length).toBeGreaterThan(0.2);
    expect(later.some(({ on }) => on > '2026-01-01')).toBe(true);
  });
});
