import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { isChangeKind, kindOf } from '#structure';
import { parseImpreciseDate } from '#temporal';

interface EstablishedUnit {
  key: string;
  name: string;
  type: string;
  parent: string | null;
  parents?: Record<string, string | null>;
}

interface DemoLine {
  kind: string;
  id: string;
  on: string;
  unit: EstablishedUnit;
  basis: { matter: string };
  source: { document: string; place: string; says: string };
}

const linesOf = (file: string): DemoLine[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DemoLine);

const windowOf = (line: DemoLine): { earliest: number; latest: number } => {
  const date = parseImpreciseDate(line.on);
  if (!date.ok) throw new Error(`${line.id}: ${line.on}`);
  return date.value;
};

describe.each(['region-halland.ndjson', 'region-rs-1398-2021.ndjson'])('%s', (file) => {
  const lines = linesOf(file);
  const established = new Map(lines.map((line) => [line.unit.key, line]));

  it('names every line and every unit once', () => {
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
    expect(established.size).toBe(lines.length);
  });

  it.each(lines)('follows $id back to a place in a document of a matter', (line) => {
    expect(line.basis.matter).toMatch(/\S/);
    expect(line.source.document).toMatch(/\S/);
    expect(line.source.place).toMatch(/\S/);
    expect(line.source.says).toMatch(/\S/);
  });

  it.each(lines)('writes $id as its kind wants it', ({ kind, unit }) => {
    if (!isChangeKind(kind)) throw new Error(kind);
    expect(kindOf(kind).schema.safeParse({ unit })).toMatchObject({ success: true });
  });

  it.each(lines)('places $id under units that stand no later than itself', (line) => {
    const above = [line.unit.parent, ...Object.values(line.unit.parents ?? {})].filter((key) => key !== null);
    for (const key of above) {
      const parent = established.get(key);
      if (!parent) throw new Error(`${line.id}: no unit ${key}`);
      expect(lines.indexOf(parent)).toBeLessThan(lines.indexOf(line));
      expect(windowOf(parent).earliest).toBeLessThanOrEqual(windowOf(line).earliest);
      expect(windowOf(parent).latest).toBeLessThanOrEqual(windowOf(line).latest);
    }
  });

  it.each(lines)('claims no day for $id that no document gives', (line) => {
    const { earliest, latest } = windowOf(line);
    expect(earliest).toBeLessThan(latest);
  });
});

describe('region-halland.ndjson', () => {
  const lines = linesOf('region-halland.ndjson');

  it('holds what is evidenced, not the proposed transfer of 2021', () => {
    expect(new Set(lines.map((line) => line.kind))).toEqual(new Set(['establish']));
    const byKey = new Map(lines.map((line) => [line.unit.key, line.unit]));
    expect(byKey.get('it-tele')?.parents).toEqual({ political: 'dn-regionservice' });
    expect(byKey.get('tele')?.parent).toBe('it-tele');
    expect(byKey.get('it-digitalisering')?.parent).toBe('regionkontoret');
  });
});

describe('schweiz.ndjson.gz', () => {
  const lines = gunzipSync(readFileSync(new URL('schweiz.ndjson.gz', import.meta.url)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('holds the whole register: 6,207 changes, 14 of them n-to-m', () => {
    expect(lines).toHaveLength(6207);
    expect(lines.filter((line) => line['kind'] === 'reorganise')).toHaveLength(14);
  });

  it('writes every change as its kind wants it', () => {
    const refused = lines.filter(({ kind, on: _on, set: _set, source: _source, ...payload }) => {
      return !isChangeKind(kind) || !kindOf(kind).schema.safeParse(payload).success;
    });
    expect(refused).toEqual([]);
  });
});
