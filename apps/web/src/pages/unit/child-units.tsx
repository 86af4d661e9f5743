import { Link } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';

const CHILDREN = graphql(`
  query Children(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $id: ID
    $hierarchy: String
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      unit(id: $id) {
        children(hierarchy: $hierarchy) {
          id
          name
          type
        }
      }
    }
  }
`);

interface Props {
  readonly unit: string;
  readonly name: string;
  readonly at: string;
}

/** The units directly below on the date, by name. */
export function ChildUnits({ unit, name, at }: Props) {
  const { t, day, label, order } = useWords();
  const { state, axes, search } = useView();
  const { data } = useAnswer('children', CHILDREN, { ...axes, id: unit, hierarchy: state.hierarchy });
  const children = data?.organisation?.unit?.children;
  if (children === undefined) return null;
  return (
    <>
      <h3>{t('unit.children')}</h3>
      {children.length === 0 && <p>{t('unit.noChildren', { name, date: day(at) })}</p>}
      <ul>
        {[...children]
          .sort((one, other) => order(one.name, other.name))
          .map((child) => (
            <li key={child.id}>
              <Link to={`/org/${axes.slug}/unit/${child.id}${search({ open: null })}`}>{child.name}</Link>{' '}
              <span className="type">{label('type', child.type)}</span>
            </li>
          ))}
      </ul>
    </>
  );
}
