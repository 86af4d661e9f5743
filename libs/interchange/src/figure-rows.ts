import {
  formatDecimal,
  setKey,
  type Breakdown,
  type Figure,
  type TargetOutcome,
  type TargetStatus,
  type ValueKind,
} from '#measures';
import type { RecordWords } from '#records';
import { civil } from '#structure';
import { csvField } from './chart-rows.js';
import { pieces } from './pieces.js';

/** One figure as a line of an export, with the place where it stands. The order of the members is that of the columns. */
export interface FigureRow {
  readonly indicator: string;
  /** The unit's id; its code in the scheme of keys, null if it has none; its name. */
  readonly unit: string;
  readonly unitKey: string | null;
  readonly unitName: string;
  /** As written (EDTF), with its first and last day. */
  readonly period: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly kind: ValueKind;
  /** An exact decimal number, with its decimals as stated. */
  readonly value: string;
  readonly unitOfMeasure: string;
  /** In the indicator's own unit of measure; null if that cannot be said. */
  readonly amount: string | null;
  readonly amountIn: string;
  /** The text as printed, where it says something else than the value. */
  readonly printed: string | null;
  readonly breakdown: Breakdown;
  readonly row: string | null;
  readonly heading: string | null;
  /** Of an outcome: whether its target is met, and what the target is. */
  readonly targetMet: TargetStatus | null;
  readonly target: string | null;
  readonly document: string | null;
  readonly place: string | null;
  /** The record that states it: the name its source gave that, and its id. */
  readonly recordName: string | null;
  readonly record: string;
}

export const FIGURE_FORMATS = ['json', 'ndjson', 'csv'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** What a figure's row is made with, beside the figure. */
export interface FigureRowOptions {
  readonly words: RecordWords;
  /** The key of the unit with an id; null if it has none. */
  readonly keyOf: (unit: string) => string | null;
  readonly targets: readonly TargetOutcome[];
}

/** Makes rows of figures. */
export function figureRows({ words, keyOf, targets }: FigureRowOptions): (figure: Figure) => FigureRow {
  const byKey = new Map(targets.map((target) => [setKey(target.set.figures[0]!), target]));
  return (figure) => {
    const target = figure.kind === 'outcome' ? byKey.get(setKey(figure)) : undefined;
    return {
      indicator: words.record(figure.indicator),
      unit: figure.unit,
      unitKey: keyOf(figure.unit),
      unitName: words.unit(figure.unit),
      period: figure.period,
      firstDay: civil(figure.earliest),
      lastDay: civil(figure.latest),
      kind: figure.kind,
      value: figure.value,
      unitOfMeasure: figure.unitOfMeasure,
      amount: figure.amount && formatDecimal(figure.amount),
      amountIn: figure.amountIn,
      printed: figure.printed ?? null,
      breakdown: figure.breakdown,
      row: figure.row ?? null,
      heading: figure.heading ?? null,
      targetMet: target?.verdict ?? null,
      target: target?.target?.value ?? null,
      document: figure.document === undefined ? null : words.record(figure.document),
      place: figure.place ?? null,
      recordName: figure.recordName ?? null,
      record: figure.record,
    };
  };
}

/** Figures as text in pieces, which join to the whole. */
export function writeFigures(
  figures: readonly Figure[],
  format: FigureFormat,
  options: FigureRowOptions & { readonly bom?: boolean | undefined },
): Iterable<string> {
  const rowOf = figureRows(options);
  const json = (figure: Figure) => JSON.stringify(rowOf(figure));
  switch (format) {
    case 'json':
      return pieces(figures, json, '[\n', ',\n', '\n]\n');
    case 'ndjson':
      return pieces(figures, json, '', '\n', '\n');
    case 'csv':
      return pieces(figures, (figure) => csvLine(rowOf(figure)), csvHead(options.bom), '\r\n', '\r\n');
  }
}

const COLUMNS = [
  'indicator',
  'unit',
  'unitKey',
  'unitName',
  'period',
  'firstDay',
  'lastDay',
  'kind',
  'value',
  'unitOfMeasure',
  'amount',
  'amountIn',
  'printed',
  'breakdown',
  'row',
  'heading',
  'targetMet',
  'target',
  'document',
  'place',
  'recordName',
  'record',
] as const satisfies readonly (keyof FigureRow)[];

/** Decimal numbers: a spreadsheet reads "-353.9" as the number that it is, and it can be nothing else; nor can "%". */
const NUMBERS: readonly (keyof FigureRow)[] = ['value', 'amount', 'target'];

function csvHead(bom = false): string {
  return `${bom ? '\ufeff' : ''}${COLUMNS.join(',')}\r\n`;
}

function csvLine(row: FigureRow): string {
  return COLUMNS.map((column) => {
    const value = row[column];
    if (value === null) return '';
    if (typeof value !== 'string') return csvField(JSON.stringify(value));
    return NUMBERS.includes(column) || value === '%' ? value : csvField(value);
  }).join(',');
}
