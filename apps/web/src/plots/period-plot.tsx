import { dayOf, numberOf } from '../location/days.js';
import { useWords } from '../texts/use-words.js';
import { axisFor, placeOn } from './axis.js';

/** A value that holds for a period. */
export interface PeriodValue {
  readonly first: string;
  readonly last: string;
  /** As recorded; null: not recorded. */
  readonly own: number | null;
  /** Restated to one perimeter; null: cannot be known. */
  readonly restated: number | null;
  readonly likeForLike: boolean | null;
}

interface Props {
  readonly values: readonly PeriodValue[];
  /** What the plot shows, in words. */
  readonly label: string;
}

const [LEFT, TOP, WIDTH, HEIGHT, BOTTOM] = [64, 12, 580, 220, 26];

/** Values over time: each as wide as its period. What is not known is an empty column, never a zero. */
export function PeriodPlot({ values, label }: Props) {
  const { number } = useWords();
  const days = values.flatMap(({ first, last }) => [numberOf(first), numberOf(last)]);
  const years = yearsOver(Math.min(...days), Math.max(...days));
  const [start, end] = [years[0] ?? 0, years.at(-1) ?? 1];
  const axis = axisFor(values.flatMap(({ own, restated }) => [own ?? 0, restated ?? 0]));
  const x = (day: number) => LEFT + ((day - start) / (end - start)) * WIDTH;
  const y = (value: number) => TOP + HEIGHT - placeOn(axis, value, HEIGHT);
  const size = { width: LEFT + WIDTH + 12, height: TOP + HEIGHT + BOTTOM };
  return (
    <svg
      className="plot"
      {...size}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
    >
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'plot-zero' : 'plot-grid'} d={`M${LEFT} ${y(tick)}h${WIDTH}`} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {number(tick)}
          </text>
        </g>
      ))}
      {years.slice(0, -1).map((year, index) => (
        <text
          key={year}
          x={(x(year) + x(years[index + 1] ?? year)) / 2}
          y={size.height - 8}
          textAnchor="middle"
        >
          {dayOf(year).slice(0, 4)}
        </text>
      ))}
      {values.map(({ first, last, own, restated, likeForLike }) => {
        const [from, to] = [x(numberOf(first)), x(numberOf(last) + 1)];
        const column = { x: from + 2, width: Math.max(to - from - 4, 3) };
        return (
          <g key={`${first} ${last}`}>
            {own === null ? (
              <g>
                <rect className="plot-unknown" {...column} y={TOP} height={HEIGHT} />
                <text x={(from + to) / 2} y={TOP + HEIGHT / 2} textAnchor="middle" className="plot-question">
                  ?
                </text>
              </g>
            ) : (
              <rect
                className="plot-bar"
                data-unlike={likeForLike === false}
                {...column}
                y={Math.min(y(0), y(own))}
                height={Math.abs(y(own) - y(0))}
              />
            )}
            {restated !== null && <path className="plot-target" d={`M${from} ${y(restated)}H${to}`} />}
          </g>
        );
      })}
    </svg>
  );
}

/** The first days of the years that the days lie in, and of the year after. */
function yearsOver(first: number, last: number): number[] {
  const year = (day: number) => Number(dayOf(day).slice(0, 4));
  const [from, to] = [year(first), year(last) + 1];
  return Array.from({ length: to - from + 1 }, (_, index) => numberOf(`${from + index}-01-01`));
}
