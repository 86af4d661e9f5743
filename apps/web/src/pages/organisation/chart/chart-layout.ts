import { hierarchy, tree } from 'd3-hierarchy';

/** A unit and the one that it hangs from; null: the top. */
export interface Hung {
  readonly id: string;
  readonly parentId: string | null;
}

/** Where the box of a unit stands: its left end and its middle. */
export interface Placed extends Hung {
  readonly x: number;
  readonly y: number;
}

/** Sizes of the chart in its own units. */
export const CHART_BOX = { width: 215, height: 42, across: 265, down: 52 };

/** Places units from left to right by level, each before the middle of those below it. */
export function chartLayout(units: readonly Hung[]): Placed[] {
  const below = new Map<string | null, string[]>();
  const known = new Set(units.map(({ id }) => id));
  for (const { id, parentId } of units) {
    const above = parentId !== null && known.has(parentId) ? parentId : null;
    const ids = below.get(above);
    if (ids === undefined) below.set(above, [id]);
    else ids.push(id);
  }
  const top = hierarchy<string | null>(null, (id) => below.get(id));
  const placed = tree<string | null>().nodeSize([CHART_BOX.down, CHART_BOX.across])(top).descendants();
  return placed.flatMap(({ data, parent, x, depth }) =>
    data === null
      ? []
      : [{ id: data, parentId: parent?.data ?? null, x: (depth - 1) * CHART_BOX.across, y: x }],
  );
}
