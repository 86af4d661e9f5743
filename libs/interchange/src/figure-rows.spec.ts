import { describe, expect, test } from '@jest/globals';
import { figuresOf, targetsOf } from '#measures';
import { RecordedFigures } from '../../measures/src/testing/recorded-figures.js';
import { writeFigures, type FigureFormat, type FigureRow } from './figure-rows.js';

const figures = new RecordedFigures().record(
  { kind: 'document', id: 'report', title: '=Rapport "2"' },
  {
    kind: 'indicator',
    id: 'result',
    name: 'Resultat',
    unitOfMeasure: 'mnkr',
    alsoIn: { tkr: { is: '0.001' } },
    polarity: 'higherIsBetter',
    parts: 'sum',
  },
  {
    kind: 'figures',
    id: 'table',
    indicator: 'result',
    unit: 'office',
    period: '2023-01/2023-08',
    document: 'report',
    place: '5.1',
    rows: [
      { row: '+Totalt', values: { outcome: '-353.9', target: '-400' } },
      {
        row: 'del',
        breakdown: { post: '@del' },
        in: 'tkr',
        values: { outcome: '-1500' },
        printed: { outcome: '-1 500' },
      },
    ],
  },
);
const { register, position, words } = figures;
const options = {
  words: {
    ...words,
    record: (id: string) =>
      register
        .kindOf(register.entries.get(id as never)!.kind)
        .title(register.find(id, position)!.versions.at(-1)!.payload, words),
  },
  keyOf: (unit: string) => (unit === 'office' ? 'k-office' : null),
  targets: targetsOf(register, position),
};
const written = (format: FigureFormat, more: { bom?: boolean } = {}) =>
  [...writeFigures(figuresOf(register, position), format, { ...options, ...more })].join('');

describe('rows of figures', () => {
  test('say what, of whom, when, where it stands, and whether the target is met', () => {
    const rows = JSON.parse(written('json')) as FigureRow[];
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      indicator: 'Resultat',
      unit: 'office',
      unitKey: 'k-office',
      unitName: 'office',
      period: '2023-01/2023-08',
      firstDay: '2023-01-01',
      lastDay: '2023-08-31',
      kind: 'outcome',
      value: '-353.9',
      unitOfMeasure: 'mnkr',
      amount: '-353.9',
      amountIn: 'mnkr',
      printed: null,
      breakdown: {},
      row: '+Totalt',
      heading: null,
      targetMet: 'met',
      target: '-400',
      document: '=Rapport "2"',
      place: '5.1',
      recordName: 'table',
      record: expect.any(String),
    });
    expect(rows.map(({ kind, targetMet }) => [kind, targetMet])).toEqual([
      ['outcome', 'met'],
      ['target', null],
      ['outcome', null],
    ]);
    expect(rows[2]).toMatchObject({ value: '-1500', unitOfMeasure: 'tkr', amount: '-1.5', amountIn: 'mnkr' });
  });

  test('are a line each', () => {
    const lines = written('ndjson').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as FigureRow)).toEqual(JSON.parse(written('json')));
  });

  test('are a spreadsheet whose numbers are numbers and whose texts are never formulas', () => {
    const [head, first, , last] = written('csv').split('\r\n');
    expect(head).toMatch(/^indicator,unit,unitKey,unitName,period,/);
    expect(first).toContain(
      ',outcome,-353.9,mnkr,-353.9,mnkr,,{},\'+Totalt,,met,-400,"\'=Rapport ""2""",5.1,table,',
    );
    expect(last).toContain(`,outcome,-1500,tkr,-1.5,mnkr,'-1 500,"{""post"":""@del""}",del,`);
    expect(written('csv', { bom: true }).charCodeAt(0)).toBe(0xfeff);
  });

  test('leave a per cent sign alone in a spreadsheet', () => {
    const share = new RecordedFigures().record(
      {
        kind: 'indicator',
        id: 'share',
        name: 'Andel',
        unitOfMeasure: '%',
        polarity: 'neutral',
        parts: 'none',
      },
      {
        kind: 'figures',
        indicator: 'share',
        unit: 'office',
        period: '2023',
        rows: [{ values: { outcome: '60' } }],
      },
    );
    const found = figuresOf(share.register, share.position);
    expect([...writeFigures(found, 'csv', { ...options, words: share.words })].join('')).toContain(
      ',outcome,60,%,60,%,,{},',
    );
  });

  test('of nothing are an empty list', () => {
    const none = (format: FigureFormat) => [...writeFigures([], format, options)].join('');
    expect([JSON.parse(none('json')), none('ndjson'), none('csv').split('\r\n').length]).toEqual([[], '', 3]);
  });
});
