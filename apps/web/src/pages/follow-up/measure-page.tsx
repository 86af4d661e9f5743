import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { Breakdowns } from './breakdowns.js';
import { FIGURE, type FigureParts } from './figure-parts.js';
import { FiguresTable } from './figures-table.js';
import { readMeasureChoice, writeMeasureChoice, type MeasureChoice } from './measure-choice.js';
import { contradictionsPath } from './measure-address.js';
import { MeasureChoiceForm } from './measure-choice-form.js';
import { RestatedSeries } from './restated-series.js';
import '../../styles/matters.css';
import '../../styles/follow-up.css';

const FIGURES = graphql(
  `
    query Figures(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $indicator: ID
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        indicators {
          id
          name
          text
          unitOfMeasure
          polarity
        }
        contradictions(first: 1, filter: { indicator: $indicator }) {
          totalCount
        }
        figures(first: 200, filter: { indicator: $indicator }) {
          totalCount
          nodes {
            ...FigureParts
          }
        }
      }
    }
  `,
  [FIGURE],
);

/** One indicator: its figures with where they stand, by parts, and as a series over reorganisations. */
export function MeasurePage() {
  const { t, label, number } = useWords();
  const { axes, search } = useView();
  const { indicator: named = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const { data, error, refetch } = useAnswer('figures', FIGURES, { ...axes, indicator: named });
  const organisation = data?.organisation;
  const indicator = organisation?.indicators.find(({ id, name }) => id === named || name === named);
  usePageTitle(indicator?.name, organisation?.name);
  const figures = useMemo(() => organisation?.figures.nodes ?? [], [organisation]);
  const units = useMemo(() => unitsOf(figures), [figures]);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (organisation == null) return <Loading />;
  const choice = readMeasureChoice(parameters);
  const unit = units.find(({ id }) => id === choice.unit) ?? units[0];
  const set = (part: Partial<MeasureChoice>) =>
    setParameters((now) => writeMeasureChoice(now, { ...readMeasureChoice(now), ...part }), {
      replace: true,
      flushSync: true,
    });
  const ofUnit = figures.filter((figure) => figure.unit?.id === unit?.id);
  const all = organisation.figures.totalCount;
  const disagreeing = organisation.contradictions.totalCount;
  return (
    <div className="page">
      <p>
        <Link to={`/org/${axes.slug}/follow-up/measures${search()}`}>{t('measures.title')}</Link>
      </p>
      <h1>{indicator?.name ?? t('measures.notFound')}</h1>
      {indicator !== undefined && (
        <p className="lead">
          {indicator.text} {t('measures.in', { measure: indicator.unitOfMeasure })},{' '}
          {label('polarity', indicator.polarity)}
        </p>
      )}
      {unit === undefined && <Empty title={t('measures.noFigures')} />}
      {unit !== undefined && (
        <>
          <MeasureChoiceForm
            choice={{ ...choice, unit: unit.id }}
            units={units}
            kinds={[...new Set(ofUnit.map(({ kind }) => kind))]}
            set={set}
          />
          <RestatedSeries unit={unit} indicator={named} choice={choice} />
          <Breakdowns figures={ofUnit} kind={choice.kind} />
          <section>
            <h2 id="figures">{t('measures.figures')}</h2>
            {disagreeing > 0 && (
              <p>
                <Icon sign="warning" />{' '}
                <Link to={contradictionsPath(axes.slug, named, search())}>
                  {t('measures.disagreeing', { count: disagreeing })}
                </Link>
              </p>
            )}
            {all > figures.length && (
              <p className="notice">
                {t('measures.cut', { shown: number(figures.length), all: number(all) })}
              </p>
            )}
            <FiguresTable name={`${indicator?.name ?? named} ${unit.name}`} figures={ofUnit} />
          </section>
        </>
      )}
    </div>
  );
}

/** The units that have figures, those with the most first. */
function unitsOf(figures: readonly FigureParts[]): { readonly id: string; readonly name: string }[] {
  const counts = new Map<string, { id: string; name: string; count: number }>();
  for (const { unit } of figures) {
    if (unit === null) continue;
    const known = counts.get(unit.id);
    if (known === undefined) counts.set(unit.id, { ...unit, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
