import { describe, expect, test } from '@jest/globals';
import { chart, type ChartUnit } from '#structure';
import { establish, RecordedHistory } from '../../structure/src/testing/recorded-history.js';
import { chartCsv, chartJson, chartNdjson, chartRow, chartTree, csvField } from './chart-rows.js';

function boxes(): ChartUnit[] {
  const history = new RecordedHistory();
  history.record(
    establish('a', '2000-01-01', null, { name: 'Rådet "A" \\ \ud83d\ude80', codes: { hsa: 'H,1' } }),
  );
  history.record(establish('b', '2001-01-01', 'a', { name: '=SUM(A1)', type: 'nämnd' }));
  history.record(establish('c', '2002', 'b', { name: 'C' }));
  history.record(establish('d', '2000-01-01', 'a', { name: 'D' }));
  return chart(history.on('2002-06-01'));
}

const json = (all: readonly ChartUnit[]) => all.map((box) => chartRow(box, { keyScheme: 'hsa' }));
const joined = (pieces: Iterable<string>) => [...pieces].join('');

describe('rows of a chart', () => {
  test('are the same written fast as by JSON.stringify', () => {
    const all = boxes();
    expect(JSON.parse(joined(chartJson(all, { keyScheme: 'hsa' })))).toEqual(json(all));
    expect(joined(chartNdjson(all, { keyScheme: 'hsa' }))).toBe(
      json(all)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    expect(joined(chartJson([]))).toBe('[\n\n]\n');
    expect(joined(chartNdjson([]))).toBe('');
  });

  test('name the parent, its key and the path also under the top of a partial chart', () => {
    const all = boxes();
    const part = chart((all[0] as unknown as { reading: Parameters<typeof chart>[0] }).reading, {
      root: all.find(({ name }) => name === 'D')!.unit,
    });
    expect(json(part)).toEqual([
      expect.objectContaining({
        name: 'D',
        parent: all[0]!.id,
        parentKey: 'H,1',
        path: [all[0]!.id, part[0]!.id],
      }),
    ]);
    expect(joined(chartNdjson(part, { keyScheme: 'hsa' }))).toBe(`${JSON.stringify(json(part)[0])}\n`);
  });

  test('carry no formula into a spreadsheet', () => {
    const csv = joined(chartCsv(boxes(), { bom: true }));
    expect(csv.startsWith('\ufeffid,key,name,type,parent,parentKey,codes,path,since\r\n')).toBe(true);
    expect(csv).toContain(",'=SUM(A1),nämnd,");
    expect(csv).toContain('"Rådet ""A"" \\ \ud83d\ude80"');
    for (const formula of ['=1', '+1', '-1', '@x', '\t=1', '\r=1', '  =1', '＝1']) {
      expect(csvField(formula).replace(/^"/, '')).toMatch(/^'/);
    }
    expect(csvField('a;b')).toBe('"a;b"');
  });

  test('are indented by depth for reading, with a mark on what is indeterminate', () => {
    expect(joined(chartTree(boxes())).split('\n')).toEqual([
      'Rådet "A" \\ \ud83d\ude80 (unit)',
      '  =SUM(A1) (nämnd)',
      '  D (unit)',
      '',
    ]);
  });

  test('say for reading where a unit may stand by then, as the tree has it', () => {
    const history = new RecordedHistory();
    history.record(
      establish('a', '2000-01-01'),
      establish('b', '2000-01-01'),
      establish('c', '2000-01-01', 'a'),
    );
    history.record({ kind: 'transfer', on: '2021', unit: 'c', to: 'b' });
    history.record({ kind: 'transfer', on: '2021-Q1', unit: 'c', to: 'a', hierarchy: 'political' });
    const tree = (at: string) =>
      joined(chartTree(chart(history.on(at))))
        .split('\n')
        .slice(1, 2);
    expect(tree('2020-12-31')).toEqual(['  C (unit)']);
    expect(tree('2021-02-01')).toEqual(['  C (unit) ? → B (2021) → political: A (2021-Q1)']);
    expect(joined(chartTree(chart(history.on('2021-12-31'))))).toBe('A (unit)\nB (unit)\n  C (unit)\n');
  });
});
