import { describe, expect, it } from '@jest/globals';
import { parseRecordDraft } from '#records';
import { figures, MEASURE_KINDS, type FiguresPayload } from './index.js';

const INDICATOR = {
  kind: 'indicator',
  id: 'result',
  name: 'Resultat mot budget',
  unitOfMeasure: 'mnkr',
  alsoIn: { tkr: { is: '0.001', decimals: 0 } },
  polarity: 'higherIsBetter',
  parts: 'sum',
  decimals: 1,
};
const TABLE = {
  kind: 'figures',
  indicator: 'result',
  unit: 'regionkontoret',
  period: '2023-01/2023-08',
  rows: [
    { row: 'Förtroendevalda', breakdown: { post: 'Förtroendevalda' }, values: { outcome: '-30.1' } },
    { row: 'Utvecklingsmedel', breakdown: { post: 'Utvecklingsmedel' }, values: { outcome: '-66.1' } },
    { row: 'Totalt', sums: ['Förtroendevalda', 'Utvecklingsmedel'], values: { outcome: '-96.2' } },
  ],
};

function fieldsRefused(line: Record<string, unknown>): (string | undefined)[] {
  const result = parseRecordDraft(MEASURE_KINDS, line);
  return result.ok ? [] : result.rejections.map(({ field }) => field);
}
const tableWith = (change: object) => ({ ...TABLE, ...change });
const rowsWith = (...rows: object[]) => tableWith({ rows });

describe('a line of figures', () => {
  it('is read with its columns, rows and totals', () => {
    expect(fieldsRefused(INDICATOR)).toEqual([]);
    expect(fieldsRefused(TABLE)).toEqual([]);
    expect(
      fieldsRefused(
        tableWith({
          columns: {
            deviation: { difference: ['outcome', 'budget'] },
            yearEnd: { kind: 'deviation', period: '2023', title: 'Avvikelse helår' },
          },
          rows: [{ values: { outcome: '1', budget: '2', deviation: '-1', yearEnd: '0' } }],
        }),
      ),
    ).toEqual([]);
  });

  it.each(['1e3', '1,5', '+1', '', ' 1', '.5', '1.', 'NaN', '0x1', '--1'])(
    'refuses the value %j',
    (value) => {
      expect(fieldsRefused(rowsWith({ values: { outcome: value } }))).toEqual(['rows[0].values.outcome']);
    },
  );

  it('refuses a value that is a number, since it would have been rounded to a binary one', () => {
    expect(fieldsRefused(rowsWith({ values: { outcome: 450.1 } }))).toEqual(['rows[0].values.outcome']);
  });

  it('refuses a period without a first or last day', () => {
    expect(fieldsRefused(tableWith({ period: '2023/..' }))).toEqual(['period']);
  });

  it('refuses a column that does not say what it holds, or is the sum of what is not there', () => {
    expect(fieldsRefused(rowsWith({ values: { result: '1' } }))).toEqual(['columns.result']);
    expect(fieldsRefused(tableWith({ columns: { outcome: { sums: ['outcome', 'women'] } } }))).toEqual([
      'columns.outcome.sums[0]',
      'columns.outcome.sums[1]',
    ]);
  });

  it('refuses a total of rows that are not there, of itself, or of one row twice', () => {
    const row = { row: 'a', breakdown: { post: 'a' }, values: { outcome: '1' } };
    const total = (change: object) =>
      fieldsRefused(rowsWith(row, { row: 'total', values: { outcome: '1' }, ...change }));
    expect(total({ sums: ['a'] })).toEqual([]);
    expect(total({ sums: ['b'] })).toEqual(['rows[1].sums']);
    expect(total({ sums: ['total'] })).toEqual(['rows[1].sums']);
    expect(total({ sums: ['a', 'a'] })).toEqual(['rows[1].sums']);
    expect(total({ less: ['a'] })).toEqual(['rows[1].less']);
  });

  it('refuses two rows of one name, and rows that nothing tells apart', () => {
    const row = { row: 'a', breakdown: { post: 'a' }, values: { outcome: '1' } };
    expect(fieldsRefused(rowsWith(row, { ...row, breakdown: { post: 'b' } }))).toEqual(['rows[1].row']);
    expect(fieldsRefused(rowsWith(row, { ...row, row: 'b' }))).toEqual(['rows[1].values.outcome']);
  });
});

describe('a line of an indicator', () => {
  it('refuses a unit of measure of which one is nothing', () => {
    expect(fieldsRefused({ ...INDICATOR, alsoIn: { tkr: { is: '0' } } })).toEqual(['alsoIn.tkr.is']);
    expect(fieldsRefused({ ...INDICATOR, alsoIn: { tkr: { is: 'x' } } })).toContain('alsoIn.tkr.is');
  });
});

describe('an indicator by which the size of units is told', () => {
  it('measures people in full-time equivalents or in heads, or budget, and nothing else', () => {
    for (const sizes of ['fte', 'headCount', 'budget']) {
      expect(fieldsRefused({ ...INDICATOR, sizes })).toEqual([]);
    }
    expect(fieldsRefused({ ...INDICATOR, sizes: 'area' })).toEqual(['sizes']);
  });
});

describe('what is recorded of measures, in words', () => {
  const words = { unit: (id: string) => id, record: (id: string) => id };
  const figuresOf = (change: object) => {
    const parsed = parseRecordDraft(MEASURE_KINDS, tableWith(change));
    if (!parsed.ok || parsed.draft.draft !== 'record') throw new Error('Cannot be read');
    return parsed.draft.payload as FiguresPayload;
  };

  it('says the values of a single statement, as printed where that was kept', () => {
    const payload = figuresOf({
      rows: [{ values: { outcome: '450.1', deviation: '-74784' }, printed: { deviation: '-74 784 tkr' } }],
    });
    expect(figures.sentence(payload, words)).toEqual({
      sv: 'result för regionkontoret, januari 2023 till augusti 2023: utfall 450,1, avvikelse -74 784 tkr',
      en: 'result of regionkontoret, January 2023 to August 2023: outcome 450.1, deviation -74 784 tkr',
    });
  });

  it('says how large a table is, and on which day or in which year', () => {
    expect(figures.sentence(figuresOf({ period: '2023' }), words).sv).toBe(
      'result för regionkontoret, 2023: tabell med 3 rader',
    );
    expect(figures.sentence(figuresOf({ period: '2023-08-31' }), words).en).toBe(
      'result of regionkontoret, 31 August 2023: table of 3 rows',
    );
    expect(figures.title(figuresOf({ title: 'Resultaträkning' }), words)).toBe('Resultaträkning');
  });
});
