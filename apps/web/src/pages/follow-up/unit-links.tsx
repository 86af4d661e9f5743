import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';

/** Units in a row, each with the way to its page. */
export function UnitLinks({
  units,
}: {
  readonly units: readonly { readonly id: string; readonly name: string | null }[];
}) {
  const { axes, search } = useView();
  return (
    <span>
      {units.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to={`/org/${axes.slug}/unit/${id}${search()}`}>{name ?? id}</Link>
        </span>
      ))}
    </span>
  );
}
