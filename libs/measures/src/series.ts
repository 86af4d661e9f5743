import type { RecordId, Register } from '#records';
import {
  civil,
  LINE,
  referenceTo,
  type Hierarchy,
  type Reading,
  type Unit,
  type UnitId,
  type UnitReference,
} from '#structure';
import { grouped, impreciseDate, type CivilDate, type Day } from '#temporal';
import { absolute, add, compare, multiply, subtract, ZERO, type Decimal } from './decimal.js';
import { breakdownKey, figureKey, figuresOf, type Figure } from './figure.js';
import { VALUE_KINDS, type ValueKind } from './kinds/columns.js';
import type { Breakdown } from './kinds/fields.js';
import { indicator as indicatorKind, type Combining } from './kinds/indicator.kind.js';
import type { Gap } from './restating/gap.js';
import { Links, type InferredEdge } from './restating/links.js';
import { Perimeter } from './restating/perimeter.js';
import {
  periodOnPerimeter,
  type PeriodOnPerimeter,
  type RestatedTerm,
} from './restating/period-on-perimeter.js';

export interface SeriesOptions {
  /** In which tree units stand under others; `line` unless said. */
  readonly hierarchy?: Hierarchy;
  /** Lineage that is only inferred, to be followed as well. */
  readonly inferred?: readonly InferredEdge[];
  /** Periods (EDTF) to tell of even if no figure is recorded. */
  readonly periods?: readonly string[];
}

/** A figure that a restated one is computed from. */
export interface SeriesTerm extends RestatedTerm {
  /** In the indicator's own unit of measure; null: none is known. */
  readonly amount: Decimal | null;
  /** All statements of it. */
  readonly statements: readonly Figure[];
}

/** One period of a series, of one kind of value and one breakdown. */
export interface SeriesPoint extends Omit<PeriodOnPerimeter, 'terms'> {
  readonly period: string;
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
  readonly kind: ValueKind;
  readonly breakdown: Breakdown;
  /** What is said of the unit itself for the period. */
  readonly statements: readonly Figure[];
  /** What that comes to; null: nothing is recorded, or the statements disagree. */
  readonly amount: Decimal | null;
  readonly terms: readonly SeriesTerm[];
  /** The figure on the perimeter; null: it cannot be known, for the reasons that `gaps` gives. */
  readonly restated: Decimal | null;
  /** How far the restated figure may be off, since those it is computed from are rounded. */
  readonly tolerance: Decimal;
  /** It is divided by recorded shares, as if the figure went where the share says. */
  readonly byShares: boolean;
}

/** A unit's figures by period, each beside what it is on the perimeter of one date. */
export interface Series {
  readonly unit: UnitReference;
  readonly indicator: string;
  readonly unitOfMeasure: string;
  /** The date of the perimeter, and the units within it; none: the unit is not in force then. */
  readonly onto: CivilDate | null;
  readonly perimeter: readonly UnitReference[];
  /** Units of which it is open on that date whether they belong to it; they are counted where they were. */
  readonly indeterminate: readonly UnitReference[];
  readonly points: readonly SeriesPoint[];
}

/**
 * A unit's figures for an indicator, in the order of their periods, restated to what the unit consists of on the
 * reading's date: with the figures of what joined since added, and of what left taken away. Nothing is estimated:
 * where a part is not recorded there is no restated figure, and `gaps` says why.
 *
 * @param registerPosition as of when figures are known; the reading's own position is that of the structure
 * @throws Error if the indicator is not known at the position
 */
export function series(
  reading: Reading,
  register: Register,
  registerPosition: number,
  unit: Unit,
  indicator: string,
  options: SeriesOptions = {},
): Series {
  const measure = register.get(indicatorKind, indicator, registerPosition);
  if (measure === undefined) throw new Error(`No indicator ${indicator} at position ${registerPosition}`);
  const { parts, unitOfMeasure } = measure.payload;
  const { hierarchy = LINE, inferred = [], periods = [] } = options;
  const links = new Links(reading, inferred);
  const perimeter = new Perimeter(reading, unit, links, hierarchy);
  const statements = new Statements(figuresOf(register, registerPosition, { indicator }));
  const relatives = relativesOf(unit, links);
  const asked = new Set(periods.map((period) => periodKey(impreciseDate(period))));
  const points = periodsOf(statements.of(relatives), periods).flatMap((period) => {
    const found = periodOnPerimeter(perimeter, period);
    return askedOf(statements.of(relatives), period)
      .map((one) => pointOf({ indicator: measure.id, ...period, ...one }, unit, parts, statements, found))
      .filter((point) => asked.has(periodKey(period)) || isAboutIt(point));
  });
  const reference = (named: Unit) => referenceTo(reading, named);
  return {
    unit: reference(unit),
    indicator,
    unitOfMeasure,
    onto: civil(reading.at),
    perimeter: [...perimeter.members].map(reference),
    indeterminate: perimeter.indeterminate.map(reference),
    points,
  };
}

interface Period {
  readonly period: string;
  readonly earliest: Day;
  readonly latest: Day;
}

interface Asked {
  readonly kind: ValueKind;
  readonly breakdown: Breakdown;
}

/** Figures of one indicator by what they are of. */
class Statements {
  private readonly byUnit: ReadonlyMap<string, readonly Figure[]>;
  private readonly byKey = new Map<string, Map<string, Figure[]>>();

  constructor(figures: readonly Figure[]) {
    this.byUnit = grouped(figures, ({ unit }) => unit);
  }

  of(units: Iterable<string>): Figure[] {
    return [...units].flatMap((unit) => this.byUnit.get(unit) ?? []);
  }

  /** All that say the same of the same, by `figureKey`. */
  about(unit: string, key: string): readonly Figure[] {
    let ofUnit = this.byKey.get(unit);
    if (ofUnit === undefined) {
      this.byKey.set(unit, (ofUnit = grouped(this.of([unit]), figureKey)));
    }
    return ofUnit.get(key) ?? [];
  }
}

/** The unit and all that it goes back to or leads to. */
function relativesOf(unit: Unit, links: Links): Set<string> {
  const reached = (next: (unit: Unit) => readonly Unit[]) => {
    const units = new Set([unit]);
    for (const near of units) for (const far of next(near)) units.add(far);
    return [...units].map(({ id }) => id);
  };
  const back = reached((near) => links.to(near).map(({ from }) => from));
  const forward = reached((near) => links.from(near).map(({ to }) => to));
  return new Set<string>([...back, ...forward]);
}

function periodsOf(figures: readonly Figure[], further: readonly string[]): Period[] {
  const named = further.map((period) => ({ ...impreciseDate(period), period }));
  const periods = new Map<string, Period>();
  for (const { period, earliest, latest } of [...figures, ...named]) {
    const key = periodKey({ earliest, latest });
    if (!periods.has(key)) periods.set(key, { period, earliest, latest });
  }
  return [...periods.values()].sort((a, b) => a.earliest - b.earliest || a.latest - b.latest);
}

function periodKey({ earliest, latest }: Pick<Period, 'earliest' | 'latest'>): string {
  return `${earliest} ${latest}`;
}

/** The kinds and breakdowns of which something is recorded for a period; of none, the outcome of the whole. */
function askedOf(figures: readonly Figure[], period: Period): Asked[] {
  const asked = new Map<string, Asked>();
  for (const figure of figures) {
    if (periodKey(figure) !== periodKey(period)) continue;
    const { kind, breakdown } = figure;
    asked.set(`${VALUE_KINDS.indexOf(kind)} ${breakdownKey(breakdown)}`, { kind, breakdown });
  }
  if (asked.size === 0) return [{ kind: 'outcome', breakdown: {} }];
  return [...asked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Of a unit far off in the same lineage something may be recorded that has nothing to do with this one. */
function isAboutIt({ statements, terms, gaps }: SeriesPoint): boolean {
  return (
    statements.length > 0 ||
    terms.some((term) => term.statements.length > 0) ||
    gaps.some(({ code }) => code !== 'FIGURE_MISSING')
  );
}

function pointOf(
  asked: Asked & Period & { readonly indicator: RecordId },
  unit: Unit,
  parts: Combining,
  figures: Statements,
  found: PeriodOnPerimeter,
): SeriesPoint {
  const { period, earliest, latest, kind, breakdown } = asked;
  const said = (id: UnitId) => {
    const statements = figures.about(id, figureKey({ ...asked, unit: id }));
    return { statements, settled: settle(statements) };
  };
  const terms = found.terms.map((term) => {
    const { statements, settled } = said(term.unit.id);
    return { ...term, statements, amount: settled?.amount ?? null, tolerance: settled?.tolerance ?? ZERO };
  });
  const own = said(unit.id);
  return {
    ...found,
    period,
    earliest: civil(earliest),
    latest: civil(latest),
    kind,
    breakdown,
    statements: own.statements,
    amount: own.settled?.amount ?? null,
    terms: terms.map(({ tolerance: _, ...term }) => term),
    ...restate(found, terms, parts),
  };
}

type Restated = Pick<SeriesPoint, 'restated' | 'tolerance' | 'byShares' | 'gaps'>;

function restate(
  found: PeriodOnPerimeter,
  terms: readonly (SeriesTerm & { readonly tolerance: Decimal })[],
  parts: Combining,
): Restated {
  const isOne = found.likeForLike === true;
  const missing = terms.flatMap(({ unit, amount, statements }): Gap[] =>
    amount === null
      ? [{ code: statements.length === 0 ? 'FIGURE_MISSING' : 'DISAGREEING', unit, others: [] }]
      : [],
  );
  const { unit } = terms[0] ?? {};
  const cannotSum: Gap[] =
    parts === 'none' && !isOne && unit !== undefined ? [{ code: 'DOES_NOT_SUM', unit, others: [] }] : [];
  const gaps = [...found.gaps, ...(cannotSum.length > 0 ? cannotSum : missing)];
  const byShares = terms.some(({ share }) => share.decimals > 0);
  if (gaps.length > 0) return { restated: null, tolerance: ZERO, byShares, gaps };
  let [restated, tolerance] = [ZERO, ZERO];
  for (const { share, amount, tolerance: off } of terms) {
    restated = add(restated, multiply(share, amount ?? ZERO));
    tolerance = add(tolerance, multiply(absolute(share), off));
  }
  return { restated, tolerance, byShares, gaps };
}

/** The most exact of statements that rounding makes one; undefined if there are none, or they disagree. */
export function settle(statements: readonly Figure[]): { amount: Decimal; tolerance: Decimal } | undefined {
  let settled: { amount: Decimal; tolerance: Decimal } | undefined;
  for (const { amount, tolerance } of statements) {
    if (amount === null) return undefined;
    if (settled === undefined) settled = { amount, tolerance };
    const off = absolute(subtract(amount, settled.amount));
    if (off.digits !== 0n && compare(off, add(tolerance, settled.tolerance)) >= 0) return undefined;
    if (compare(tolerance, settled.tolerance) < 0) settled = { amount, tolerance };
  }
  return settled;
}
