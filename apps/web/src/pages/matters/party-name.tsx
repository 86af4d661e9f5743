import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';

interface Props {
  readonly party: { readonly name: string; readonly unit: { readonly id: string } | null };
}

/** Somebody, with the way to their unit where they are one. */
export function PartyName({ party: { name, unit } }: Props) {
  const { axes, search } = useView();
  if (unit === null) return <>{name}</>;
  return <Link to={`/org/${axes.slug}/unit/${unit.id}${search()}`}>{name}</Link>;
}
