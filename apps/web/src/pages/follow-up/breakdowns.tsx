import { BarPlot } from '../../plots/bar-plot.js';
import { decimalInWords } from '../../texts/decimal.js';
import { useWords } from '../../texts/use-words.js';
import type { FigureParts } from './figure-parts.js';

interface Props {
  readonly figures: readonly FigureParts[];
  readonly kind: FigureParts['kind'];
}

interface Part {
  readonly category: string;
  readonly figure: FigureParts;
}

/** The parts of a figure side by side, a plot for each way to divide it in each period. The table below has the same. */
export function Breakdowns({ figures, kind }: Props) {
  const { t, of, number, label } = useWords();
  const plots = dividedBy(figures.filter((figure) => figure.kind === kind));
  if (plots.length === 0) return null;
  return (
    <section>
      <h2>{t('measures.parts')}</h2>
      <p className="small">{t('measures.partsHelp')}</p>
      <div className="plots">
        {plots.map(({ dimension, period, measure, parts }) => {
          const title = `${dimension}, ${label('value', kind)}, ${of(period.words)} (${measure})`;
          const bars = parts.map(({ category, figure }) => ({
            name: category,
            value: Number(figure.value),
            words: decimalInWords(figure.value, number),
          }));
          const told = bars.map(({ name, words }) => `${name} ${words}`).join(', ');
          return (
            <figure key={`${dimension} ${period.written} ${measure}`}>
              <figcaption>{title}</figcaption>
              <div className="plot-scroller" tabIndex={0} role="group" aria-label={title}>
                <BarPlot bars={bars} label={`${title}: ${told}`} />
              </div>
            </figure>
          );
        })}
      </div>
    </section>
  );
}

/** Figures that are divided in one way, by dimension, period and unit of measure; where two say the same part, the first. */
function dividedBy(figures: readonly FigureParts[]) {
  const plots = new Map<
    string,
    { dimension: string; period: FigureParts['period']; measure: string; parts: Part[] }
  >();
  for (const figure of figures) {
    const [part, another] = figure.breakdown;
    if (part === undefined || another !== undefined) continue;
    const { period, unitOfMeasure: measure } = figure;
    const id = `${part.dimension} ${period.written} ${measure}`;
    const plot = plots.get(id) ?? { dimension: part.dimension, period, measure, parts: [] };
    plots.set(id, plot);
    if (plot.parts.every(({ category }) => category !== part.category)) {
      plot.parts.push({ category: part.category, figure });
    }
  }
  return [...plots.values()].filter(({ parts }) => parts.length > 1);
}
