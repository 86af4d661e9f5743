import { describe, expect, it } from '@jest/globals';
import { contradictionInWords, contradictions, type Contradiction } from './index.js';
import { FOLLOW_UP_2023 } from './testing/follow-up-2023.js';
import { RecordedFigures, type Line } from './testing/recorded-figures.js';

const INDICATOR = { kind: 'indicator', unitOfMeasure: 'mnkr', polarity: 'neutral', parts: 'sum' };
const COUNT = { ...INDICATOR, id: 'count', name: 'Antal', unitOfMeasure: 'antal' };
const COST = {
  ...INDICATOR,
  id: 'cost',
  name: 'Kostnad',
  decimals: 1,
  alsoIn: { tkr: { is: '0.001', decimals: 0 } },
};
const DOCUMENTS = ['d1', 'd2'].map((id) => ({ kind: 'document', id, title: id }));

function table(of: Line): Line {
  return { kind: 'figures', indicator: 'cost', unit: 'u', period: '2023', ...of };
}
function statement(values: Line, of: Line = {}): Line {
  return table({ rows: [{ values }], ...of });
}
/** A total of parts with one value each. */
function total(printed: string, parts: readonly string[], of: Line = {}): Line {
  const rows = parts.map((outcome, i) => ({
    row: `r${i}`,
    breakdown: { part: `r${i}` },
    values: { outcome },
  }));
  const sums = rows.map(({ row }) => row);
  return table({ rows: [...rows, { row: 'total', sums, values: { outcome: printed } }], ...of });
}
function recorded(...lines: Line[]): RecordedFigures {
  return new RecordedFigures().record(COUNT, COST, ...DOCUMENTS, ...lines);
}
function inWords({ words }: RecordedFigures, found: readonly Contradiction[], language: 'sv' | 'en' = 'en') {
  return found.map((contradiction) => contradictionInWords(contradiction, words)[language]);
}
function explanations(...lines: Line[]): (string | null)[] {
  const { register, position } = recorded(...lines);
  return contradictions(register, position).map(({ explanation }) => explanation);
}

describe('contradictions of the follow-up report of August 2023', () => {
  const figures = new RecordedFigures().record(...FOLLOW_UP_2023);
  const { register, position } = figures;
  const all = contradictions(register, position);

  it('are all found, each with both places and what explains it', () => {
    expect(inWords(figures, all)).toEqual([
      'Regionkontoret, deviation, report 5.1.1: 37.1 mnkr, but -353.9 + 390.9 = 37 mnkr, 0.1 off: rounding can explain it',
      'Totalt, outcome, report 5.1.1: 450.1 mnkr, but -353.9 - 30.1 - 66.1 = -450.1 mnkr: only the sign differs',
      'regionkontoret, outcome, report 5.1: 450082 tkr, but report 5.1.1: -353.9 - 30.1 - 66.1 = -450.1 mnkr: the sign differs, and rounding can explain the rest',
      'Totalt, budget, report 5.1.1: 524.9 mnkr, but -390.9 - 34.8 - 99.1 = -524.8 mnkr: the sign differs, and rounding can explain the rest',
      'regionkontoret, budget, report 5.1: 524866 tkr, but report 5.1.1: -390.9 - 34.8 - 99.1 = -524.8 mnkr: the sign differs, and rounding can explain the rest',
      'regionkontoret, deviation, report 5.1: -74784 tkr, but report 5.1.1: 37.1 + 4.7 + 33.0 = 74.8 mnkr: the sign differs, and rounding can explain the rest',
      'Totalt, deviation, report 5.1.1: 74.8 mnkr, but 450.1 - 524.9 = -74.8 mnkr: only the sign differs',
      'Summa, outcome, report 5.3: 20.5 mnkr, but 1.2 + 0.6 + 0.0 + 0.5 + 18.3 = 20.6 mnkr, 0.1 off: rounding can explain it',
      'oförutsett, forecast deviation, report 5.2: 4.5 mnkr, but report 1: 3.0 mnkr: rounding does not explain it',
      'Totalt, deviation, report 5.1.1: 74.8 mnkr, but report 5.1: -74784 tkr: only the sign differs',
    ]);
  });

  it('are said in Swedish with a decimal comma', () => {
    expect(inWords(figures, all, 'sv')[0]).toBe(
      'Regionkontoret, avvikelse, report 5.1.1: 37,1 mnkr, men -353,9 + 390,9 = 37 mnkr, en skillnad på 0,1: avrundning kan förklara det',
    );
  });

  it('are none of the figures of another unit, nor before they were recorded', () => {
    expect(contradictions(register, position, 'regionkontoret')).toEqual(all);
    expect(contradictions(register, position, 'it-digitalisering')).toEqual([]);
    expect(contradictions(register, 4)).toEqual([]);
  });
});

describe('a printed total', () => {
  it('may differ by half a step for each part', () => {
    expect(explanations(total('10.2', ['5.1', '5.0']))).toEqual(['rounding']);
    expect(explanations(total('10.3', ['5.1', '5.0']))).toEqual([null]);
    expect(explanations(total('10.3', ['5.1', '5.0', '0.0', '0.0']))).toEqual(['rounding']);
  });

  it('of exact figures may not differ at all', () => {
    expect(explanations(total('11', ['5', '5'], { indicator: 'count' }))).toEqual([null]);
  });

  it('agrees with parts in another unit of measure', () => {
    expect(explanations(total('450082', ['450000', '82'], { in: 'tkr' }))).toEqual([]);
    const table = total('450.0', ['440.0', '10.0']);
    const [part, ...rows] = table['rows'] as Line[];
    expect(
      explanations({ ...table, rows: [{ ...part, in: 'tkr', values: { outcome: '440000' } }, ...rows] }),
    ).toEqual([]);
  });

  it('is not checked where a part is not printed', () => {
    const table = total('450.1', ['1.0', '2.0']);
    const [part, ...rows] = table['rows'] as Line[];
    expect(explanations({ ...table, rows: [{ ...part, values: {} }, ...rows] })).toEqual([]);
  });

  it('may take rows away, and sum columns', () => {
    const net = { row: 'net', sums: ['income'], less: ['cost'], values: { outcome: '2.0' } };
    const income = { row: 'income', breakdown: { side: 'income' }, values: { outcome: '5.0' } };
    const cost = { row: 'cost', breakdown: { side: 'cost' }, values: { outcome: '3.0' } };
    expect(explanations(table({ rows: [net, income, cost] }))).toEqual([]);
    expect(explanations(table({ rows: [{ ...net, values: { outcome: '8.0' } }, income, cost] }))).toEqual([
      null,
    ]);
    const columns = {
      women: { kind: 'outcome', breakdown: { sex: 'women' } },
      men: { kind: 'outcome', breakdown: { sex: 'men' } },
      outcome: { sums: ['women', 'men'] },
    };
    const counted = (outcome: string) =>
      table({ indicator: 'count', columns, rows: [{ values: { women: '7', men: '5', outcome } }] });
    expect(explanations(counted('12'))).toEqual([]);
    expect(explanations(counted('13'))).toEqual([null]);
  });
});

describe('two statements of one figure', () => {
  it('agree if rounding makes them one, in whatever unit of measure and however the period is written', () => {
    const coarse = statement({ outcome: '450.1' }, { period: '2023-01/2023-12' });
    expect(explanations(statement({ outcome: '450082' }, { in: 'tkr' }), coarse)).toEqual([]);
    expect(explanations(statement({ outcome: '450049' }, { in: 'tkr' }), coarse)).toEqual([null]);
    expect(explanations(statement({ outcome: '37.0' }), statement({ outcome: '37.1' }))).toEqual([null]);
  });

  it('disagree only if they are of the same unit, kind and breakdown', () => {
    const said = statement({ outcome: '1.0' });
    expect(explanations(said, statement({ outcome: '2.0' }))).toEqual([null]);
    expect(explanations(said, statement({ outcome: '2.0' }, { unit: 'v' }))).toEqual([]);
    expect(explanations(said, statement({ budget: '2.0' }))).toEqual([]);
    expect(explanations(said, statement({ outcome: '2.0' }, { breakdown: { sex: 'men' } }))).toEqual([]);
  });

  it('disagree across documents, except of what each report says anew', () => {
    const [one, other] = [{ document: 'd1' }, { document: 'd2' }];
    const { register, position } = recorded(
      statement({ outcome: '1.0', forecast: '7.0' }, one),
      statement({ outcome: '2.0', forecast: '8.0' }, other),
      statement({ forecast: '9.0' }, other),
    );
    const found = contradictions(register, position);
    expect(found.map(({ printed, otherDocument }) => [printed.value, otherDocument])).toEqual([
      ['2.0', true],
      ['9.0', false],
    ]);
  });

  it('disagree no longer when the one that was wrongly recorded is corrected', () => {
    const figures = recorded(
      statement({ outcome: '1.0' }),
      statement({ outcome: '2.0' }, { id: 'mistyped' }),
    );
    const before = figures.position;
    figures.correct('mistyped', statement({ outcome: '1.0' }));
    expect(contradictions(figures.register, figures.position)).toEqual([]);
    expect(contradictions(figures.register, before)).toHaveLength(1);
  });

  it('cannot be compared when a corrected indicator no longer has one of their units of measure', () => {
    const figures = recorded(statement({ outcome: '1' }, { in: 'tkr' }), statement({ outcome: '2.0' }));
    expect(contradictions(figures.register, figures.position)).toHaveLength(1);
    const { alsoIn: _, ...without } = COST;
    figures.correct('cost', without);
    expect(contradictions(figures.register, figures.position)).toEqual([]);
  });
});
