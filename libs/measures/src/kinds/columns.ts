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
