import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { matterPath } from '../../matters/matter-address.js';
import type { FigureParts } from './figure-parts.js';

/** Where a figure stands: the document, with the way to its matter, and the place in it. */
export function FigurePlace({
  figure,
}: {
  readonly figure: Pick<FigureParts, 'document' | 'place' | 'row'>;
}) {
  const { axes, search } = useView();
  const { document, place } = figure;
  return (
    <>
      {document !== null &&
        (document.matter === null ? (
          document.title
        ) : (
          <Link to={`${matterPath(axes.slug, document.matter)}${search()}#document-${document.id}`}>
            {document.title}
          </Link>
        ))}
      {place !== null && (document === null ? place : `, ${place}`)}
    </>
  );
}
