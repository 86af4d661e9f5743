import type { KnownRecord, RecordId, Register } from '#records';
import type { UnitId } from '#structure';
import { impreciseDate, type Day, type ImpreciseDate } from '#temporal';
import { compare, decimal, halfStep, multiply, shorten, ZERO, type Decimal } from './decimal.js';
import { valuesInOrder, type ValueKind } from './kinds/columns.js';
import type { Breakdown } from './kinds/fields.js';
import { figures, type FiguresPayload } from './kinds/figures.kind.js';
import { indicator, type IndicatorPayload } from './kinds/indicator.kind.js';

/** A figure as known at a position: one value of one table, with what it is of, where it stands and what it amounts to. */
export interface Figure {
  /** The record that states it, the name its source gave that, and where it was first recorded. */
  readonly record: RecordId;
  readonly recordName: string | undefined;
  readonly recordedFrom: number;
  readonly indicator: RecordId;
  readonly unit: UnitId;
  /** As written (EDTF), with its first and last day. */
  readonly period: string;
  readonly earliest: Day;
  readonly latest: Day;
  readonly kind: ValueKind;
  readonly breakdown: Breakdown;
  /** The value, in its own unit of measure. */
  readonly value: string;
  readonly unitOfMeasure: string;
  /** As printed, where that says something else than the value. */
  readonly printed: string | undefined;
  readonly document: RecordId | undefined;
  readonly place: string | undefined;
  /** The name of its row and the heading of its column, as printed. */
  readonly row: string | undefined;
  readonly heading: string | undefined;
  /** Where in its record: the row's number from 0, and the column. */
  readonly rowNumber: number;
  readonly column: string;
  /** The indicator's own unit of measure. */
  readonly amountIn: string;
  /** In the indicator's own unit of measure; null: how much one of its unit of measure is, is not known. */
  readonly amount: Decimal | null;
  /** How far the amount may be from what was rounded to it; 0: it is exact. */
  readonly tolerance: Decimal;
}

export interface FigureFilter {
  readonly indicator?: string;
  readonly unit?: string;
  /** Only of exactly these days, however they are written. */
  readonly period?: string;
  readonly kinds?: readonly ValueKind[];
  /** Only with exactly this breakdown; `{}`: figures of the whole. */
  readonly breakdown?: Breakdown;
  readonly document?: string;
}

/** All figures known at a position, in the order in which their tables were recorded, row by row. */
export function figuresOf(register: Register, position: number, filter: FigureFilter = {}): Figure[] {
  const measures = new Map<string, IndicatorPayload | undefined>();
  const measureOf = (id: string) => {
    if (!measures.has(id)) measures.set(id, register.get(indicator, id, position)?.payload);
    return measures.get(id);
  };
  const isMeant = filtering(filter);
  return register.known(figures, position).flatMap((table) => figuresIn(table, measureOf).filter(isMeant));
}

/** Text that is the same for figures of the same indicator, unit, days, kind and breakdown. */
export function figureKey(
  figure: Pick<Figure, 'indicator' | 'unit' | 'earliest' | 'latest' | 'kind' | 'breakdown'>,
): string {
  const { indicator: measured, unit, earliest, latest, kind, breakdown } = figure;
  return `${measured} ${unit} ${earliest} ${latest} ${kind} ${breakdownKey(breakdown)}`;
}

export function breakdownKey(breakdown: Breakdown): string {
  const dimensions = Object.entries(inOrder(breakdown));
  return dimensions.length === 0 ? '' : JSON.stringify(dimensions);
}

/** By the names of its dimensions: the order in which they are given is not kept. */
function inOrder(breakdown: Breakdown): Breakdown {
  return Object.fromEntries(Object.entries(breakdown).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Highest first; what cannot be compared comes last. */
export function highestFirst(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((a, b) => {
    if (a.amount === null || b.amount === null) return Number(a.amount === null) - Number(b.amount === null);
    return compare(b.amount, a.amount);
  });
}

function filtering(filter: FigureFilter): (figure: Figure) => boolean {
  const period = filter.period === undefined ? undefined : impreciseDate(filter.period);
  const breakdown = filter.breakdown === undefined ? undefined : breakdownKey(filter.breakdown);
  return (figure) =>
    (filter.indicator === undefined || figure.indicator === filter.indicator) &&
    (filter.unit === undefined || figure.unit === filter.unit) &&
    (period === undefined || (figure.earliest === period.earliest && figure.latest === period.latest)) &&
    (filter.kinds === undefined || filter.kinds.includes(figure.kind)) &&
    (breakdown === undefined || breakdownKey(figure.breakdown) === breakdown) &&
    (filter.document === undefined || figure.document === filter.document);
}

interface Read {
  /** The indicators as they were when it was read. */
  readonly measures: ReadonlyMap<string, IndicatorPayload | undefined>;
  readonly figures: readonly Figure[];
}

/** What tables state: that only changes when one of their indicators is corrected. */
const tablesRead = new WeakMap<FiguresPayload, Read>();

function figuresIn(
  table: KnownRecord<FiguresPayload>,
  measureOf: (id: string) => IndicatorPayload | undefined,
): readonly Figure[] {
  const known = tablesRead.get(table.payload);
  if (known !== undefined && [...known.measures].every(([id, measure]) => measureOf(id) === measure)) {
    return known.figures;
  }
  const ids = new Set(table.payload.rows.map((row) => row.indicator ?? table.payload.indicator));
  const measures = new Map([...ids].map((id) => [id, measureOf(id)]));
  const read = readTable(table, measures);
  tablesRead.set(table.payload, { measures, figures: read });
  return read;
}

function readTable(
  { id: record, externalId: recordName, first: recordedFrom, payload: table }: KnownRecord<FiguresPayload>,
  measures: ReadonlyMap<string, IndicatorPayload | undefined>,
): Figure[] {
  const periods = new Map<string, ImpreciseDate>();
  const daysOf = (written: string) => {
    const known = periods.get(written) ?? impreciseDate(written);
    periods.set(written, known);
    return known;
  };
  return table.rows.flatMap((row, rowNumber) => {
    const measured = row.indicator ?? table.indicator;
    const measure = measures.get(measured);
    if (measure === undefined) return [];
    return valuesInOrder(table.columns, row.values).map(([column, value]): Figure => {
      const { key } = column;
      const period = column.period ?? row.period ?? table.period;
      const { earliest, latest } = daysOf(period);
      const unitOfMeasure = column.in ?? row.in ?? table.in ?? measure.unitOfMeasure;
      return {
        record,
        recordName,
        recordedFrom,
        indicator: measured as RecordId,
        unit: (row.unit ?? table.unit) as UnitId,
        period,
        earliest,
        latest,
        kind: column.kind,
        breakdown: inOrder({ ...table.breakdown, ...row.breakdown, ...column.breakdown }),
        value,
        unitOfMeasure,
        printed: row.printed && Object.hasOwn(row.printed, key) ? row.printed[key] : undefined,
        document: table.document as RecordId | undefined,
        place: row.place ?? table.place,
        row: row.row,
        heading: column.title,
        rowNumber,
        column: key,
        amountIn: measure.unitOfMeasure,
        ...amountOf(decimal(value), measure, unitOfMeasure),
      };
    });
  });
}

function amountOf(
  value: Decimal,
  measure: IndicatorPayload,
  unitOfMeasure: string,
): Pick<Figure, 'amount' | 'tolerance'> {
  const scale = scaleOf(measure, unitOfMeasure);
  if (scale === undefined) return { amount: null, tolerance: ZERO };
  const tolerance = scale.decimals === undefined ? ZERO : halfStep(Math.max(scale.decimals, value.decimals));
  return { amount: scaled(value, scale.is), tolerance: scaled(tolerance, scale.is) };
}

interface Scale {
  readonly is: Decimal | null;
  readonly decimals: number | undefined;
}

function scaleOf(measure: IndicatorPayload, unitOfMeasure: string): Scale | undefined {
  if (unitOfMeasure === measure.unitOfMeasure) return { is: null, decimals: measure.decimals };
  const { alsoIn = {} } = measure;
  const other = Object.hasOwn(alsoIn, unitOfMeasure) ? alsoIn[unitOfMeasure] : undefined;
  return other && { is: decimal(other.is), decimals: other.decimals };
}

function scaled(value: Decimal, is: Decimal | null): Decimal {
  return is === null ? value : shorten(multiply(value, is));
}
