import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from '@jest/globals';
import { type Line } from './lines.js';
import { Model, type UnitRow } from './model.js';

interface Snapshot {
  readonly date: string;
  readonly units: readonly { readonly id: string; readonly parent: string; readonly canton: string }[];
}

function readLines<T>(path: string): T[] {
  const text = gunzipSync(readFileSync(new URL(path, import.meta.url))).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

const model = new Model({ today: '2026-01-31', checked: false });

beforeAll(() => {
  const changes = readLines<Line & { on: string }>('../../apps/api/demo/schweiz.ndjson.gz');
  model.record(changes);
}, 120_000);

it('the model agrees with the published communes, districts and cantons on all twelve dates', () => {
  let rows = 0;
  for (const { date, units } of readLines<Snapshot>('../register/snapshots.ndjson.gz')) {
    const chart = new Map(model.chart(date).map((row) => [row.key, row]));
    const code = (row: UnitRow | undefined): string | undefined => row && Object.values(row.codes)[0];
    const mine = [...chart.values()]
      .filter(({ type }) => type === 'commune')
      .map((row) => {
        const parent = chart.get(row.parentKey ?? '');
        const above = chart.get(parent?.parentKey ?? '');
        const canton = parent?.type === 'canton' ? parent : above;
        return `${row.codes['bfs-commune']} ${code(parent)} ${canton?.codes['bfs-canton']}`;
      });
    rows += units.length;
    expect(mine.sort()).toEqual(units.map(({ id, parent, canton }) => `${id} ${parent} ${canton}`).sort());
  }
  expect(rows).toBe(26_808);
});

it('finds no rule broken at the end of any date of the register', () => {
  expect(model.violations()).toEqual([]);
});
