import { useWords } from '../../../texts/use-words.js';
import type { Row } from '../../../tree/visible-rows.js';
import type { ChartUnit, PendingStanding } from '../../../units/chart-question.js';
import { baseline, lineBetween, linesOf } from './box-lines.js';
import { CHART_BOX, type Placed } from './chart-layout.js';

interface Spot {
  readonly x: number;
  readonly y: number;
}

export function ChartLine({ from, to }: { readonly from: Spot; readonly to: Spot }) {
  return <path className="chart-line" d={`M${lineBetween(from, to).join('L')}`} />;
}

interface Props {
  readonly place: Placed;
  readonly row: Row;
  readonly unit: ChartUnit;
  readonly pending: PendingStanding | undefined;
  readonly isReadable: boolean;
  readonly isFocused: boolean;
  readonly isSelected: boolean;
  select(): void;
  toggle(): void;
}

/** One unit of the chart. */
export function ChartBox({ place, row, unit, pending, isReadable, isFocused, isSelected, ...act }: Props) {
  const { t, label } = useWords();
  const { width, height } = CHART_BOX;
  const isOpen = unit.indeterminate || pending !== undefined;
  const lines = linesOf(unit.name);
  const open = unit.indeterminate ? `, ${t('organisation.indeterminate')}` : '';
  const waits =
    pending === undefined ? '' : `, ${t('organisation.pending', { standing: label('standing', pending) })}`;
  return (
    <g
      role="treeitem"
      className="chart-box"
      data-unit={unit.id}
      data-open={isOpen ? '' : undefined}
      tabIndex={isFocused ? 0 : -1}
      aria-label={`${unit.name}, ${label('type', unit.type)}${open}${waits}`}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.place}
      aria-expanded={row.isOpen ?? undefined}
      aria-selected={isSelected}
      transform={`translate(${place.x} ${place.y - height / 2})`}
      onClick={act.select}
    >
      <rect width={width} height={height} rx={6} />
      {isReadable && (
        <text>
          {lines.map((line, index) => (
            <tspan key={index} x={10} y={baseline(index, lines.length)}>
              {line}{' '}
            </tspan>
          ))}
        </text>
      )}
      {isReadable && isOpen && (
        <text className="chart-mark" x={width - 22} y={baseline(0, 1)} aria-hidden="true">
          ?
        </text>
      )}
      {row.isOpen !== null && (
        <g
          className="chart-toggle"
          transform={`translate(${width} ${height / 2})`}
          onClick={(event) => {
            event.stopPropagation();
            act.toggle();
          }}
        >
          <circle r={9} />
          <path d={row.isOpen ? 'M-4 0h8' : 'M-4 0h8M0 -4v8'} />
        </g>
      )}
    </g>
  );
}
