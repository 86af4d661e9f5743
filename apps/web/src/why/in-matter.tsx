import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useView } from '../location/use-view.js';
import { matterPath } from '../matters/matter-address.js';

interface Props {
  readonly matter: { readonly id: string; readonly number: string | null } | null;
  /** The part of its page, such as one step. */
  readonly part?: string;
  readonly children: ReactNode;
}

/** Leads to a matter, or to a part of it. */
export function InMatter({ matter, part, children }: Props) {
  const { axes, search } = useView();
  if (matter === null) return <>{children}</>;
  const anchor = part === undefined ? '' : `#${part}`;
  return (
    <Link to={`${matterPath(axes.slug, matter)}${search({ why: false, open: null })}${anchor}`}>
      {children}
    </Link>
  );
}
