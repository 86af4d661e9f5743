import { useWords } from '../texts/use-words.js';
import { axisFor, placeOn } from './axis.js';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** The value as it is printed. */
  readonly words: string;
}

interface Props {
  readonly bars: readonly Bar[];
  /** What the plot shows, in words. */
  readonly label: string;
}

const [NAMES, SCALE, VALUES, ROW, AXIS] = [180, 290, 76, 30, 26];
const LONGEST = 26;

/** Values side by side, one row each, from zero. */
export function BarPlot({ bars, label }: Props) {
  const { number } = useWords();
  const axis = axisFor(bars.map(({ value }) => value));
  const x = (value: number) => NAMES + placeOn(axis, value, SCALE);
  const [width, height] = [NAMES + SCALE + VALUES, bars.length * ROW + AXIS];
  return (
    <svg
      className="plot"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'plot-zero' : 'plot-grid'} d={`M${x(tick)} 0V${height - AXIS}`} />
          <text x={x(tick)} y={height - 8} textAnchor="middle">
            {number(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ name, value, words }, index) => (
        <g key={name}>
          <text x={NAMES - 8} y={index * ROW + 20} textAnchor="end">
            {name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name}
          </text>
          <rect
            className="plot-bar"
            x={Math.min(x(0), x(value))}
            y={index * ROW + 6}
            width={Math.abs(x(value) - x(0))}
            height={ROW - 12}
            rx={2}
          />
          <text x={Math.max(x(0), x(value)) + 6} y={index * ROW + 20} className="plot-value">
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
}
