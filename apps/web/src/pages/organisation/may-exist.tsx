import { Link } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { Empty } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { useChangeDays } from '../../time/change-days.js';

const POSSIBLE = graphql(`
  query PossibleUnits($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      units(first: 200, filter: { includeIndeterminate: true }) {
        totalCount
        nodes {
          id
          name
          status
          existence {
            fromWritten
          }
        }
      }
    }
  }
`);

/** The units of which it is not known whether they are there on the date; nothing for an organisation too large to page. */
export function MayExist({ at, certain }: { readonly at: string; readonly certain: number }) {
  const { t, day, edtf } = useWords();
  const { axes, search } = useView();
  const { data } = useAnswer('possible-units', POSSIBLE, axes, { enabled: certain < 200 });
  const possible = data?.organisation?.units.nodes.filter(({ status }) => status === 'INDETERMINATE') ?? [];
  if (certain >= 200 || possible.length === 0) return null;
  return (
    <section className="may-exist">
      <h2>
        <Icon sign="question" /> {t('organisation.mayExist', { date: day(at) })}
      </h2>
      <ul>
        {possible.map(({ id, name, existence }) => (
          <li key={id}>
            <Link to={`/org/${axes.slug}${search({ unit: id, why: false })}`}>{name}</Link>
            {existence !== null && (
              <span className="small"> {t('organisation.from', { date: edtf(existence.fromWritten) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In place of a chart without units: where to go. */
export function NothingInForce({ at }: { readonly at: string }) {
  const { t, day } = useWords();
  const { axes, change } = useView();
  const { days } = useChangeDays(axes);
  const there = days.find((date) => date > at) ?? days.at(-1);
  return (
    <Empty title={t('organisation.empty', { date: day(at) })}>
      {there !== undefined && (
        <>
          <p>{t('organisation.emptyText', { date: day(there) })}</p>
          <button type="button" onClick={() => change({ at: there })}>
            {t('unit.goTo', { date: day(there) })}
          </button>
        </>
      )}
    </Empty>
  );
}
