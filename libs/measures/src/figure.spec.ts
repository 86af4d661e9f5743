import { describe, expect, it } from '@jest/globals';
import { figuresOf, formatDecimal, highestFirst, type FigureFilter } from './index.js';
import { FOLLOW_UP_2023 } from './testing/follow-up-2023.js';
import { RecordedFigures } from './testing/recorded-figures.js';

const figures = new RecordedFigures().record(...FOLLOW_UP_2023);

function listed(filter: FigureFilter): string[] {
  return figuresOf(figures.register, figures.position, filter).map(
    ({ kind, value, unitOfMeasure, period, place }) => `${kind} ${value} ${unitOfMeasure} ${period} ${place}`,
  );
}

describe('figures', () => {
  it('stand each with its kind, unit of measure, period and place', () => {
    const [indicator, unit] = [figures.indicator('result'), 'regionkontoret'];
    expect(listed({ indicator, unit, breakdown: {} })).toEqual([
      'forecastDeviation 48.3 mnkr 2023 1',
      'outcome 450082 tkr 2023-01/2023-08 5.1',
      'budget 524866 tkr 2023-01/2023-08 5.1',
      'deviation -74784 tkr 2023-01/2023-08 5.1',
      'outcome 450.1 mnkr 2023-01/2023-08 5.1.1',
      'budget 524.9 mnkr 2023-01/2023-08 5.1.1',
      'deviation 74.8 mnkr 2023-01/2023-08 5.1.1',
      'forecastDeviation 48.3 mnkr 2023 5.1.1',
      'budget -814918 tkr 2023 5.2',
      'forecast -766618 tkr 2023 5.2',
      'forecastDeviation 48300 tkr 2023 5.2',
      'forecastChange 23.6 mnkr 2023 5.2.1',
    ]);
  });

  it('are found by kind, breakdown and days', () => {
    const indicator = figures.indicator('turnover');
    expect(listed({ indicator, breakdown: { avgång: 'extern' } })).toEqual([
      'outcome 6.74 % 2023-01/2023-08 4.1',
      'outcome 9.78 % 2023-01/2023-08 4.1',
    ]);
    expect(listed({ indicator, kinds: ['target'], period: '2023-01-01/2023-08-31' })).toEqual([
      'target 11 % 2023-01/2023-08 4.1',
    ]);
    expect(listed({ indicator, period: '2023' })).toEqual([]);
  });

  it('amount to the same in all units of measure, and are as exact as they are printed', () => {
    const [fine, coarse] = figuresOf(figures.register, figures.position, {
      indicator: figures.indicator('result'),
      kinds: ['outcome'],
      breakdown: {},
    });
    expect(
      [fine!, coarse!].map(({ amount, tolerance }) => [amount, tolerance].map((d) => formatDecimal(d!))),
    ).toEqual([
      ['450.082', '0.0005'],
      ['450.1', '0.05'],
    ]);
  });

  it('stand in the order of their kinds, whatever the order of their keys', () => {
    const stated = (values: object) => {
      const { register, position } = new RecordedFigures().record(...FOLLOW_UP_2023, {
        kind: 'figures',
        indicator: 'sickLeave',
        unit: 'u',
        period: '2022',
        rows: [{ values }],
      });
      return figuresOf(register, position, { unit: 'u' }).map(({ kind }) => kind);
    };
    expect(stated({ target: '1', budget: '2', outcome: '3' })).toEqual(['outcome', 'budget', 'target']);
    expect(stated({ outcome: '3', target: '1', budget: '2' })).toEqual(['outcome', 'budget', 'target']);
  });

  it('keep the record, row and column that they stand in', () => {
    const [figure] = figuresOf(figures.register, figures.position, {
      indicator: figures.indicator('investments'),
      kinds: ['forecastDeviation'],
      breakdown: { investering: 'IT-utrustning' },
    });
    expect(figure).toMatchObject({
      recordName: 'investment-table',
      row: 'IT-utrustning',
      rowNumber: 4,
      column: 'forecastDeviation',
      heading: 'Avvikelse mot årsbudget',
    });
  });

  it('tell which unit has the highest: the external turnover of IT', () => {
    const [highest] = highestFirst(
      figuresOf(figures.register, figures.position, {
        indicator: figures.indicator('turnover'),
        kinds: ['outcome'],
        breakdown: { avgång: 'extern' },
      }),
    );
    expect([highest!.unit, highest!.value]).toEqual(['it-digitalisering', '9.78']);
  });

  it('follow a corrected indicator, and are as they were before it', () => {
    const { register, position } = figures;
    const filter = { indicator: figures.indicator('investments'), period: '2023', breakdown: {} };
    const amounts = (at: number) =>
      figuresOf(register, at, filter).map(({ amount }) => amount && formatDecimal(amount));
    const before = amounts(position);
    const [, , , , investments] = FOLLOW_UP_2023;
    const { alsoIn: _, ...corrected } = investments!;
    figures.correct('investments', corrected);
    expect(before).toEqual(['73.2', '59.4', '13.8', '73.2', '59.4', '13.8']);
    expect(amounts(figures.position)).toEqual(['73.2', '59.4', '13.8', null, null, null]);
    expect(amounts(position)).toEqual(before);
  });

  it('are not there before they were recorded', () => {
    expect(figuresOf(figures.register, 4)).toEqual([]);
  });
});
