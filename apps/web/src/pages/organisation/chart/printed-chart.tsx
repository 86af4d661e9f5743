import { useMemo } from 'react';
import { CHART_BOX } from './chart-layout.js';
import { FONT, HEAD, type Drawing } from './drawing.js';
import type { ShownChart } from './shown-chart.js';
import { useTitles } from './use-titles.js';
import { wholeChart } from './whole-chart.js';

/** Height of a sheet for its width: A4 lying down, within its margins. */
const SHEET = 0.62;

/** At most so many sheets: beyond, the PDF is the way. */
const MOST_SHEETS = 100;

/** The chart on paper: all that is unfolded, on as many sheets as it takes. */
export function PrintedChart(shown: ShownChart) {
  const titles = useTitles(shown.organisation);
  const drawing = useMemo(() => wholeChart(shown, titles, true), [shown, titles]);
  const height = Math.floor((drawing.width * SHEET) / CHART_BOX.down) * CHART_BOX.down;
  const sheets = Math.min(MOST_SHEETS, Math.ceil((drawing.height - HEAD) / height));
  return (
    <div className="printed-chart">
      {Array.from({ length: sheets }, (_, sheet) => (
        <Sheet key={sheet} drawing={drawing} from={HEAD + sheet * height} to={HEAD + (sheet + 1) * height} />
      ))}
    </div>
  );
}

interface Props {
  readonly drawing: Drawing;
  readonly from: number;
  readonly to: number;
}

function Sheet({ drawing: { width, height, ways, boxes, title }, from, to }: Props) {
  const bottom = Math.min(to, height);
  const isOn = (top: number, end: number) => end >= from && top <= to;
  return (
    <svg viewBox={`0 ${from} ${width} ${bottom - from}`} role="img" aria-label={title}>
      {ways
        .filter((way) => isOn(Math.min(...way.map(([, y]) => y)), Math.max(...way.map(([, y]) => y))))
        .map((way, at) => (
          <path key={at} className="chart-line" d={`M${way.join('L')}`} />
        ))}
      {boxes
        .filter(({ y }) => isOn(y, y + CHART_BOX.height))
        .map(({ x, y, name, isOpen, lines }) => (
          <g key={`${x} ${y} ${name}`} className="chart-box" data-open={isOpen ? '' : undefined}>
            <rect x={x} y={y} width={CHART_BOX.width} height={CHART_BOX.height} rx={6} />
            {lines.map((line) => (
              <text key={line.y} x={line.x} y={line.y} fontSize={FONT}>
                {line.text}
              </text>
            ))}
          </g>
        ))}
    </svg>
  );
}
