import { Link } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { measurePath } from '../follow-up/measure-address.js';

const FIGURES = graphql(`
  query UnitFigures(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $id: ID
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      unit(id: $id) {
        figures {
          indicator {
            name
          }
          breakdown {
            category
          }
          kind
          period {
            words {
              sv
              en
            }
          }
          value
          unitOfMeasure
          targetMet
          document {
            title
          }
          place
        }
      }
    }
  }
`);

/** The figures that are recorded for the unit, as they are printed, each with where it stands. */
export function Measures({ unit }: { readonly unit: string }) {
  const { t, of, number, label } = useWords();
  const { axes, search } = useView();
  const { data } = useAnswer('unit-figures', FIGURES, { ...axes, id: unit });
  const figures = data?.organisation?.unit?.figures;
  if (figures === undefined) return null;
  return (
    <section>
      <h2 id="measures">{t('unit.measures')}</h2>
      {figures.length === 0 && <p>{t('unit.noMeasures')}</p>}
      {figures.length > 0 && (
        <div className="table-scroller" tabIndex={0} role="region" aria-labelledby="measures">
          <table>
            <thead>
              <tr>
                {(['indicator', 'period', 'kind', 'figure', 'status', 'place'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map((figure, index) => (
                <tr key={index}>
                  <td>
                    {figure.indicator !== null && (
                      <Link to={measurePath(axes.slug, figure.indicator.name, search(), unit)}>
                        {figure.indicator.name}
                      </Link>
                    )}
                    {figure.breakdown.map(({ category }) => `, ${category}`).join('')}
                  </td>
                  <td>{of(figure.period.words)}</td>
                  <td>{label('value', figure.kind)}</td>
                  <td>
                    {number(Number(figure.value), { maximumFractionDigits: 20 })} {figure.unitOfMeasure}
                  </td>
                  <td>{figure.targetMet !== null && label('target', figure.targetMet)}</td>
                  <td className="small">
                    {[figure.document?.title, figure.place].filter(Boolean).join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
