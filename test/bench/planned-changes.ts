import type { ChartUnit } from './subject.js';

/** A date on which everything that the synthetic organisations record has happened. */
export const FOUND_ON = '2040-01-01';
const PLANNED_ON = '2041-01-01';

/** Units and figures of a line of the import format. */
export type Line = Readonly<Record<string, unknown>>;

/** What a planner does to an organisation, change by change: moves, new names, mergers of neighbours, new units. */
export function* plannedChanges(units: readonly ChartUnit[], count: number): Generator<Line, void> {
  const children = new Map<string, ChartUnit[]>();
  for (const unit of units) {
    if (unit.parentKey === null) continue;
    const siblings = children.get(unit.parentKey) ?? [];
    children.set(unit.parentKey, [...siblings, unit]);
  }
  const leaves = units.filter(({ key, parentKey }) => parentKey !== null && !children.has(key));
  const inner = units.filter(({ key }) => children.has(key));
  const used = new Set<string>();
  const stride = Math.max(1, Math.floor(leaves.length / (2 * count)));
  let made = 0;
  for (let i = 0; made < count && i < leaves.length; i += stride) {
    const leaf = leaves[i]!;
    if (used.has(leaf.key)) continue;
    used.add(leaf.key);
    const line = changeOf(made, leaf, inner[(made * 37) % inner.length]!.key, children, used);
    if (line === undefined) continue;
    made += 1;
    yield { on: PLANNED_ON, ...line };
  }
  if (made < count) throw new Error(`Only ${made} changes can be planned`);
}

function changeOf(
  n: number,
  leaf: ChartUnit,
  elsewhere: string,
  children: ReadonlyMap<string, readonly ChartUnit[]>,
  used: Set<string>,
): Line | undefined {
  switch (n % 5) {
    case 0:
      return { kind: 'rename', unit: leaf.key, name: `${leaf.name} (ny)` };
    case 1: {
      const parent = leaf.parentKey!;
      return {
        kind: 'establish',
        unit: { key: `planned-${n}`, name: `Ny ${n}`, type: leaf.type, parent },
      };
    }
    case 2: {
      const other = children.get(leaf.parentKey!)!.find(({ key }) => !used.has(key) && !children.has(key));
      if (other === undefined) return undefined;
      used.add(other.key);
      const into = { key: `planned-${n}`, name: `Ihop ${n}`, type: leaf.type, parent: leaf.parentKey };
      return { kind: 'merge', units: [leaf.key, other.key], into };
    }
    default:
      return elsewhere === leaf.parentKey ? undefined : { kind: 'transfer', unit: leaf.key, to: elsewhere };
  }
}

/** Full-time equivalents and a budget for every unit, as tables of figures. */
export function* figuresOf(units: readonly ChartUnit[]): Generator<string, void> {
  const indicators = [
    { id: 'fte', name: 'Årsarbetare', unitOfMeasure: 'antal', sizes: 'fte', column: 'outcome' },
    { id: 'budget', name: 'Nettokostnad', unitOfMeasure: 'tkr', sizes: 'budget', column: 'budget' },
  ];
  for (const { column: _, ...indicator } of indicators) {
    yield JSON.stringify({ kind: 'indicator', ...indicator, polarity: 'neutral', parts: 'sum' });
  }
  for (const { id, column } of indicators) {
    for (let from = 0; from < units.length; from += 500) {
      const some = units.slice(from, from + 500);
      yield JSON.stringify({
        kind: 'figures',
        id: `${id}-${from}`,
        indicator: id,
        unit: some[0]!.key,
        period: '2025',
        rows: some.map(({ key }, i) => ({ unit: key, values: { [column]: `${(from + i) % 97}.5` } })),
      });
    }
  }
}
