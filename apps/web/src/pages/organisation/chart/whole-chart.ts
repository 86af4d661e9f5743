import { chartLayout } from './chart-layout.js';
import { drawingOf, type Drawing, type Titles } from './drawing.js';
import type { ShownChart } from './shown-chart.js';

/** The chart drawn whole: every unit, or every one that is unfolded, wherever the screen is. */
export function wholeChart(
  { forest, pending, rows }: ShownChart,
  titles: Titles,
  onlyOpen: boolean,
): Drawing {
  const units = onlyOpen ? rows.flatMap(({ id }) => forest.byId.get(id) ?? []) : [...forest.byId.values()];
  return drawingOf(
    titles,
    chartLayout(units),
    (id) => forest.byId.get(id)?.name ?? '',
    (id) => forest.byId.get(id)?.indeterminate === true || pending.has(id),
  );
}
