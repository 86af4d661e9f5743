import { RecordedHistory, type Line } from '../../../structure/src/testing/recorded-history.js';
import { pointInWords, series, type Series, type SeriesOptions, type SeriesPoint } from '../index.js';
import { RecordedFigures } from './recorded-figures.js';

const INDICATORS: readonly Line[] = [
  { id: 'fte', name: 'Årsarbetare', unitOfMeasure: 'antal', parts: 'sum', polarity: 'neutral' },
  { id: 'cost', name: 'Kostnad', unitOfMeasure: 'mnkr', parts: 'sum', polarity: 'neutral', decimals: 1 },
  { id: 'sick', name: 'Sjukfrånvaro', unitOfMeasure: '%', parts: 'none', polarity: 'lowerIsBetter' },
].map((indicator) => ({ kind: 'indicator', ...indicator }));

/** An organisation with its figures; units are named by their keys and called by them in capitals. */
export class MeasuredHistory {
  readonly structure = new RecordedHistory();
  readonly figures = new RecordedFigures((key) => this.structure.unit(key).id).record(...INDICATORS);

  private readonly recorded = new Set<string>();

  constructor(...lines: Line[]) {
    for (const line of lines) this.structure.record(line);
  }

  /** Records outcomes of an indicator, the first of a unit and period under the name `2020-office`: `{ '2020': { office: '100', it: '40' } }`. */
  measure(indicator: string, values: Readonly<Record<string, Readonly<Record<string, string>>>>): this {
    for (const [period, ofUnits] of Object.entries(values)) {
      for (const [unit, outcome] of Object.entries(ofUnits)) {
        const rows = [{ values: { outcome } }];
        const id = this.recorded.has(`${period}-${unit}`) ? {} : { id: `${period}-${unit}` };
        this.recorded.add(`${period}-${unit}`);
        this.figures.record({ kind: 'figures', ...id, indicator, unit, period, rows });
      }
    }
    return this;
  }

  series(unit: string, onto: string, indicator = 'fte', options: SeriesOptions = {}): Series {
    const { structure, figures } = this;
    return this.seriesKnown(unit, onto, structure.position, figures.position, indicator, options);
  }

  seriesKnown(
    unit: string,
    onto: string,
    structurePosition: number,
    figuresPosition: number,
    indicator = 'fte',
    options: SeriesOptions = {},
  ): Series {
    const { register } = this.figures;
    const reading = this.structure.on(onto, structurePosition);
    const id = this.figures.indicator(indicator);
    return series(reading, register, figuresPosition, this.structure.unit(unit), id, options);
  }

  /** Each period with its figure and what becomes of that on the perimeter. */
  told(...asked: Parameters<MeasuredHistory['series']>): string[] {
    return this.series(...asked).points.map(
      (point) => `${point.period} ${shown(point)}: ${pointInWords(point).en}`,
    );
  }
}

function shown({ statements }: SeriesPoint): string {
  return statements.map(({ value }) => value).join(' and ') || '-';
}
