import { describe, expect, it } from '@jest/globals';
import { figuresOf, targetMet, targetsOf, type Polarity } from './index.js';
import { FOLLOW_UP_2023 } from './testing/follow-up-2023.js';
import { RecordedFigures, type Line } from './testing/recorded-figures.js';

const MEASURE = {
  kind: 'indicator',
  id: 'm',
  name: 'M',
  unitOfMeasure: '%',
  polarity: 'neutral',
  parts: 'none',
};

function verdict(polarity: Polarity, ...statements: Line[]) {
  const lines = statements.map((values) => ({
    kind: 'figures',
    indicator: 'm',
    unit: 'u',
    period: '2023',
    rows: [{ values }],
  }));
  const { register, position } = new RecordedFigures().record(MEASURE, ...lines);
  const { verdict, reason } = targetMet({ figures: figuresOf(register, position) }, polarity);
  return reason === null ? verdict : `${verdict} ${reason}`;
}

describe('whether a target is met', () => {
  it('is told of the follow-up report of August 2023: turnover is not, sick leave is', () => {
    const { register, position, words } = new RecordedFigures().record(...FOLLOW_UP_2023);
    const told = targetsOf(register, position, { unit: 'regionkontoret' }).map(
      ({ set, verdict, outcome, target }) =>
        `${words.record(set.indicator)}: ${outcome?.value} against ${target?.value}, ${verdict}`,
    );
    expect(told).toEqual(['turnover: 11.75 against 11, notMet', 'sickLeave: 2.4 against 5.2, met']);
  });

  it('depends on which way is better, and equal is met', () => {
    expect(verdict('higherIsBetter', { outcome: '2.4', target: '5.2' })).toBe('notMet');
    expect(verdict('lowerIsBetter', { outcome: '2.4', target: '5.2' })).toBe('met');
    expect(verdict('higherIsBetter', { outcome: '5.20', target: '5.2' })).toBe('met');
    expect(verdict('lowerIsBetter', { outcome: '5.2', target: '5.2' })).toBe('met');
  });

  it('is unknown without a target, an outcome or a better way', () => {
    expect(verdict('higherIsBetter', { outcome: '1' })).toBe('unknown NO_TARGET');
    expect(verdict('higherIsBetter', { target: '1' })).toBe('unknown NO_OUTCOME');
    expect(verdict('neutral', { outcome: '1', target: '1' })).toBe('unknown NEUTRAL');
  });

  it('is unknown where statements disagree, if the answer depends on it', () => {
    expect(verdict('higherIsBetter', { outcome: '1', target: '2' }, { outcome: '3' })).toBe(
      'unknown DISAGREEING',
    );
    expect(verdict('higherIsBetter', { outcome: '4', target: '2' }, { outcome: '3' })).toBe('met');
  });

  it('is not asked of figures that are not of one set', () => {
    const { register, position } = new RecordedFigures().record(...FOLLOW_UP_2023);
    expect(() => targetMet({ figures: figuresOf(register, position) }, 'neutral')).toThrow(RangeError);
  });
});
