import { Link } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { TargetPlot } from '../../plots/target-plot.js';
import { Failure, Loading } from '../../shell/states.js';
import { decimalInWords } from '../../texts/decimal.js';
import { useWords } from '../../texts/use-words.js';
import { FIGURE, breakdownInWords, type FigureParts } from './figure-parts.js';
import { FigurePlace } from './figure-place.js';
import { measurePath } from './measure-address.js';

const TARGETS = graphql(
  `
    query Targets($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        targets(first: 200) {
          nodes {
            status
            reason
            polarity
            indicator {
              id
              name
            }
            unit {
              id
              name
            }
            breakdown {
              dimension
              category
            }
            period {
              written
              words {
                sv
                en
              }
            }
            wanted {
              ...FigureParts
            }
            outcome {
              ...FigureParts
            }
          }
        }
      }
    }
  `,
  [FIGURE],
);

const SIGNS = { MET: 'check', NOT_MET: 'cross', UNKNOWN: 'question' } as const;
const COLUMNS = ['indicator', 'unit', 'period', 'wanted', 'outcome', 'status', 'place'] as const;

/** What was to be reached beside what it came to, a table with a plot in each row. */
export function Targets() {
  const { t, of, label } = useWords();
  const { axes, search } = useView();
  const { data, error, refetch } = useAnswer('targets', TARGETS, axes);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const targets = data?.organisation?.targets.nodes;
  if (targets === undefined) return <Loading />;
  if (targets.length === 0) return <p>{t('followUp.noTargets')}</p>;
  return (
    <div className="table-scroller" tabIndex={0} role="region" aria-labelledby="targets">
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`followUp.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map(
            ({ indicator, unit, breakdown, period, polarity, wanted, outcome, status, reason }) => (
              <tr key={`${indicator?.id} ${unit?.id} ${period.written} ${breakdownInWords(breakdown)}`}>
                <th scope="row">
                  {indicator !== null && (
                    <Link to={measurePath(axes.slug, indicator.name, search(), unit?.id)}>
                      {indicator.name}
                    </Link>
                  )}{' '}
                  {breakdownInWords(breakdown)}
                  <div className="small">{label('polarity', polarity)}</div>
                </th>
                <td>
                  {unit !== null && (
                    <Link to={`/org/${axes.slug}/unit/${unit.id}${search()}`}>{unit.name}</Link>
                  )}
                </td>
                <td>{of(period.words)}</td>
                <td className="number">
                  <Value figure={wanted} />
                </td>
                <td className="number">
                  <Value figure={outcome} />
                </td>
                <td>
                  <span className="mark" data-target={status}>
                    <Icon sign={SIGNS[status]} /> {label('target', status)}
                  </span>
                  {reason !== null && <div className="small">{label('targetReason', reason)}</div>}
                  <Plot wanted={wanted} outcome={outcome} status={status} />
                </td>
                <td className="small">{outcome !== null && <FigurePlace figure={outcome} />}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Value({ figure }: { readonly figure: FigureParts | null }) {
  const { t, number } = useWords();
  if (figure === null) return <>{t('matters.unknown')}</>;
  return (
    <>
      {decimalInWords(figure.value, number)} {figure.unitOfMeasure}
    </>
  );
}

interface PlotProps {
  readonly wanted: FigureParts | null;
  readonly outcome: FigureParts | null;
  readonly status: keyof typeof SIGNS;
}

function Plot({ wanted, outcome, status }: PlotProps) {
  const { t, number } = useWords();
  if (wanted === null || outcome === null || wanted.unitOfMeasure !== outcome.unitOfMeasure) return null;
  return (
    <TargetPlot
      outcome={Number(outcome.value)}
      target={Number(wanted.value)}
      status={status}
      label={t('followUp.plotTarget', {
        outcome: decimalInWords(outcome.value, number),
        target: decimalInWords(wanted.value, number),
        measure: outcome.unitOfMeasure,
      })}
    />
  );
}
