import { describe, expect, it } from '@jest/globals';
import { figureInWords, figuresOf, targetInWords, targetsOf, valueInWords } from './index.js';
import { FOLLOW_UP_2023 } from './testing/follow-up-2023.js';
import { RecordedFigures } from './testing/recorded-figures.js';

const figures = new RecordedFigures().record(...FOLLOW_UP_2023);
const words = {
  ...figures.words,
  record: (id: string) => figures.register.find(id, figures.position)!.externalId!,
};

describe('words for figures', () => {
  it('name indicator, unit, period, part and value', () => {
    const [, , , , outcome] = figuresOf(figures.register, figures.position, { unit: 'regionkontoret' });
    expect(figureInWords(outcome!, words)).toEqual({
      sv: 'turnover för regionkontoret, januari 2023 till augusti 2023 (avgång: extern): utfall 6,74 %',
      en: 'turnover of regionkontoret, January 2023 to August 2023 (avgång: extern): outcome 6.74 %',
    });
  });

  it('give what is printed where that says something else than the value', () => {
    const printed = new RecordedFigures().record(
      {
        kind: 'indicator',
        id: 'result',
        name: 'Resultat',
        unitOfMeasure: 'tkr',
        polarity: 'neutral',
        parts: 'sum',
      },
      {
        kind: 'figures',
        indicator: 'result',
        unit: 'office',
        period: '2023',
        rows: [{ values: { outcome: '450082', budget: '-5' }, printed: { outcome: '450 082 tkr' } }],
      },
    );
    const shown = figuresOf(printed.register, printed.position).map((one) => valueInWords(one, 'sv'));
    expect(shown).toEqual(['450 082 tkr', '-5 tkr']);
  });

  it('say whether a target is met, and which way is better', () => {
    const told = targetsOf(figures.register, figures.position).map((target) => targetInWords(target, words));
    expect(told.map(({ sv }) => sv)).toEqual([
      'turnover för regionkontoret, januari 2023 till augusti 2023: utfall 11,75 % mot målvärde 11 %: målet är inte nått (lägre är bättre)',
      'sickLeave för regionkontoret, januari 2023 till augusti 2023: utfall 2,4 % mot målvärde 5,2 %: målet är nått (lägre är bättre)',
    ]);
    expect(told[0]!.en).toBe(
      'turnover of regionkontoret, January 2023 to August 2023: outcome 11.75 % against target 11 %: the target is not met (lower is better)',
    );
  });

  it('say why it cannot be said', () => {
    const open = new RecordedFigures().record(
      {
        kind: 'indicator',
        id: 'fte',
        name: 'Årsarbetare',
        unitOfMeasure: 'antal',
        polarity: 'neutral',
        parts: 'sum',
      },
      {
        kind: 'figures',
        indicator: 'fte',
        unit: 'office',
        period: '2023',
        rows: [{ values: { target: '12' } }],
      },
    );
    const [target] = targetsOf(open.register, open.position);
    expect(targetInWords(target!, open.words).en).toMatch(
      /: target 12 antal: whether the target is met cannot be said \(no outcome is recorded\)$/,
    );
  });
});
