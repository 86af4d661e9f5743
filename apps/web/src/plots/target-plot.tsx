import { useWords } from '../texts/use-words.js';
import { axisFor, placeOn } from './axis.js';

interface Props {
  readonly outcome: number;
  readonly target: number;
  readonly status: string;
  /** What the plot shows, in words. */
  readonly label: string;
}

const [WIDTH, HEIGHT, EDGE] = [260, 44, 14];

/** An outcome as a bar, with its target as a line across. */
export function TargetPlot({ outcome, target, status, label }: Props) {
  const { number } = useWords();
  const axis = axisFor([outcome, target], 3);
  const x = (value: number) => EDGE + placeOn(axis, value, WIDTH - 2 * EDGE);
  const [from, to] = [Math.min(x(0), x(outcome)), Math.max(x(0), x(outcome))];
  return (
    <svg
      className="plot"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path className="plot-grid" d={`M${x(tick)} 2V26`} />
          <text x={x(tick)} y={40} textAnchor="middle">
            {number(tick)}
          </text>
        </g>
      ))}
      <rect className="plot-bar" data-status={status} x={from} y={8} width={to - from} height={12} rx={2} />
      <path className="plot-target" d={`M${x(target)} 2V26`} />
    </svg>
  );
}
