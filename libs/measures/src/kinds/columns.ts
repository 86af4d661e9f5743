import type { FiguresColumn } from './figures.kind.js';

/**
 * What a value says. `deviation` is that of the outcome, `forecastDeviation` that of the forecast, both from the
 * budget or target; `change` and `forecastChange` are since the report before.
 */
export const VALUE_KINDS = [
  'outcome',
  'budget',
  'forecast',
  'target',
  'deviation',
  'forecastDeviation',
  'change',
  'forecastChange',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export type Column = Omit<FiguresColumn, 'kind'> & { readonly kind: ValueKind };

/** What is said of a column; undefined: its name is no kind of value, and nothing else says what it holds. */
export function columnOf(
  columns: Readonly<Record<string, FiguresColumn>> | undefined,
  key: string,
): Column | undefined {
  const said = columns !== undefined && Object.hasOwn(columns, key) ? columns[key] : undefined;
  const kind = said?.kind ?? VALUE_KINDS.find((known) => known === key);
  return kind === undefined ? undefined : { ...said, kind };
}

/** A row's values in the order of their kinds, then of their columns' names: the order of keys is not kept. */
export function valuesInOrder(
  columns: Readonly<Record<string, FiguresColumn>> | undefined,
  values: Readonly<Record<string, string>>,
): (readonly [column: Column & { readonly key: string }, value: string])[] {
  return Object.entries(values)
    .flatMap(([key, value]) => {
      const column = columnOf(columns, key);
      return column === undefined ? [] : [[{ ...column, key }, value] as const];
    })
    .sort(([a], [b]) => orderOf(a.kind) - orderOf(b.kind) || (a.key < b.key ? -1 : 1));
}

function orderOf(kind: ValueKind): number {
  return VALUE_KINDS.indexOf(kind);
}
