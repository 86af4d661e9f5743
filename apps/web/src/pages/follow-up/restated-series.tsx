import { useView } from '../../location/use-view.js';
import { PeriodPlot } from '../../plots/period-plot.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import type { MeasureChoice } from './measure-choice.js';
import { useSeries, type SeriesPoint } from './series-question.js';
import { SeriesTable } from './series-table.js';
import { UnitLinks } from './unit-links.js';

interface Props {
  readonly unit: { readonly id: string; readonly name: string };
  readonly indicator: string;
  readonly choice: MeasureChoice;
}

/** A unit's figures over time beside what they are on one perimeter, with what keeps them from being compared. */
export function RestatedSeries({ unit, indicator, choice }: Props) {
  const { t, of, day, label } = useWords();
  const { axes } = useView();
  const { data, error, refetch } = useSeries(axes, unit.id, indicator, choice);
  const series = data?.organisation?.unit?.series;
  const title = `${unit.name}, ${label('value', choice.kind)}`;
  return (
    <section>
      <h2 id="series">{t('measures.series', { what: title })}</h2>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && series === undefined && <Loading />}
      {series !== undefined && (
        <>
          <p className="small">{t('measures.seriesHelp', { day: day(series.restatedTo) })}</p>
          <Unlike points={series.points} />
          {series.points.length === 0 && <p>{t('measures.noSeries')}</p>}
          {series.points.length > 0 && (
            <div className="plot-scroller" tabIndex={0} role="group" aria-label={title}>
              <PeriodPlot
                values={series.points.map(({ period, amount, restated, likeForLike }) => ({
                  first: period.first,
                  last: period.last,
                  own: amount === null ? null : Number(amount),
                  restated: restated === null ? null : Number(restated),
                  likeForLike,
                }))}
                label={`${title}: ${series.points
                  .map(({ period, amount }) => `${of(period.words)} ${amount ?? t('matters.unknown')}`)
                  .join(', ')}`}
              />
            </div>
          )}
          <ul className="plot-legend small">
            {(['own', 'restated', 'unknown'] as const).map((sign) => (
              <li key={sign} data-sign={sign}>
                {t(`measures.legend.${sign}`)}
              </li>
            ))}
          </ul>
          <SeriesTable points={series.points} measure={series.unitOfMeasure} />
          <details>
            <summary>
              {t('measures.perimeter', { count: series.perimeter.length, day: day(series.restatedTo) })}
            </summary>
            <UnitLinks units={series.perimeter} />
            {series.indeterminate.length > 0 && (
              <p>
                {t('measures.indeterminate')} <UnitLinks units={series.indeterminate} />
              </p>
            )}
          </details>
        </>
      )}
    </section>
  );
}

/** Says at once that some of what is shown cannot be set beside the rest. */
function Unlike({ points }: { readonly points: readonly SeriesPoint[] }) {
  const { t, of, list } = useWords();
  const unlike = points.filter(({ likeForLike }) => likeForLike !== true);
  if (unlike.length === 0) return null;
  return (
    <p className="notice" role="status">
      <strong>{t('measures.unlike', { periods: list(unlike.map(({ period }) => of(period.words))) })}</strong>
    </p>
  );
}
