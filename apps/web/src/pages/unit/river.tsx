import { useMemo } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/use-words.js';
import { BOX, riverLayout, type Flow } from './river-layout.js';

interface Props {
  readonly unit: { readonly id: string; readonly name: string };
  readonly flows: readonly Flow[];
  linkTo(id: string): string;
}

/** Predecessors flow into the unit and the unit into its successors; as wide as the share, dashed where inferred. */
export function River({ unit, flows, linkTo }: Props) {
  const { t } = useWords();
  const { width, height, banks, streams } = useMemo(() => riverLayout(unit, flows), [unit, flows]);
  return (
    <div className="river" tabIndex={0} role="region" aria-label={t('unit.river')}>
      <svg width={width + 4} height={height + 4} viewBox={`-2 -2 ${width + 4} ${height + 4}`}>
        {streams.map(({ path, width: wide, inferred }, index) => (
          <path key={index} d={path} strokeWidth={wide} className={inferred ? 'stream inferred' : 'stream'} />
        ))}
        {banks.map(({ id, name, x, y }) => (
          <Link key={id} to={linkTo(id)} aria-current={id === unit.id ? 'page' : undefined}>
            <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={7} />
            <text x={x + 10} y={y + 27}>
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
            <title>{name}</title>
          </Link>
        ))}
      </svg>
    </div>
  );
}
