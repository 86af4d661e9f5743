import { Link } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';

const ASSIGNMENTS = graphql(`
  query UnitAssignments(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $id: ID
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      unit(id: $id) {
        assignments {
          id
          number
          title
          status
          assessment
          due {
            earliest
            latest
            written
          }
        }
      }
    }
  }
`);

/** The work that the unit has on the date. */
export function Assignments({ unit }: { readonly unit: string }) {
  const { t, date, label } = useWords();
  const { axes, search } = useView();
  const { data } = useAnswer('unit-assignments', ASSIGNMENTS, { ...axes, id: unit });
  const assignments = data?.organisation?.unit?.assignments;
  return (
    <section>
      <h2>{t('unit.assignments')}</h2>
      {assignments?.length === 0 && <p>{t('unit.noAssignments')}</p>}
      <ul>
        {assignments?.map(({ id, number, title, status, assessment, due }) => (
          <li key={id}>
            <Link to={`/org/${axes.slug}/follow-up${search()}#assignment-${id}`}>
              {[number, title].filter(Boolean).join(' ')}
            </Link>{' '}
            <span className="mark">{label('assignmentStatus', status)}</span>{' '}
            {assessment !== null && <span className="mark">{label('assessment', assessment)}</span>}
            {due !== null && (
              <span className="small">
                {' '}
                {t('column.due')}: {date(due)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
