import type { Register } from '#records';
import { grouped } from '#temporal';
import { absolute, add, compare, negate, subtract, sum, type Decimal } from './decimal.js';
import { figureKey, figuresOf, type Figure } from './figure.js';
import type { ValueKind } from './kinds/columns.js';
import { figures, type FiguresPayload } from './kinds/figures.kind.js';

/** What should be equal: a printed total and the sum of its parts, a difference, or two statements of one figure. */
export type ContradictionRule = 'sum' | 'difference' | 'statement';

/**
 * What accounts for it: `rounding` that each number is printed rounded, `sign` that one is printed as a cost and the
 * other as an amount, `signAndRounding` both; null: nothing that can be seen.
 */
export type Explanation = 'rounding' | 'sign' | 'signAndRounding';

/** A figure that another is computed from; `less`: it is taken away. */
export interface Part {
  readonly figure: Figure;
  readonly less: boolean;
}

/** A printed figure that is not what other printed figures say that it is. All places are in the figures. */
export interface Contradiction {
  readonly rule: ContradictionRule;
  readonly printed: Figure;
  /** What it should be the sum of; of a `statement`, the other statement. */
  readonly parts: readonly Part[];
  /** What the parts come to, in the indicator's own unit of measure, as all amounts here. */
  readonly computed: Decimal;
  /** What is printed less what is computed. */
  readonly difference: Decimal;
  /** Rounding can account for a difference that is less than this. */
  readonly tolerance: Decimal;
  readonly explanation: Explanation | null;
  /** The printed figure stands in another table than its parts, or in another document. */
  readonly elsewhere: boolean;
  readonly otherDocument: boolean;
}

/**
 * Everything that printed figures say against each other, as known at a position: of one unit, or of all. A total
 * is checked where its table says what it sums, and so is each statement of the same figure in another place.
 */
export function contradictions(register: Register, position: number, unit?: string): Contradiction[] {
  const all = figuresOf(register, position);
  const byKey = grouped(all, figureKey);
  const byRecord = grouped(all, ({ record }) => record);
  const found: Contradiction[] = [];
  for (const { id, payload } of register.known(figures, position)) {
    for (const relation of relationsIn(payload, byRecord.get(id) ?? [])) {
      const inPlace = check(relation, relation.printed);
      if (inPlace !== undefined) found.push(inPlace);
      if (relation.rule === 'sum') found.push(...checkElsewhere(relation, byKey));
    }
  }
  for (const statements of byKey.values()) {
    if (statements.length > 1) found.push(...disagreements(statements));
  }
  return unit === undefined ? found : found.filter((contradiction) => isAbout(contradiction, unit));
}

function isAbout({ printed, parts }: Contradiction, unit: string): boolean {
  return printed.unit === unit || parts.some(({ figure }) => figure.unit === unit);
}

interface Relation {
  readonly rule: ContradictionRule;
  readonly printed: Figure;
  readonly parts: readonly Part[];
}

/** What a table says of its own totals and differences; nothing of one whose parts are not all printed. */
function relationsIn(table: FiguresPayload, stated: readonly Figure[]): Relation[] {
  if (!saysHowItAddsUp(table)) return [];
  const at = new Map(stated.map((figure) => [`${figure.rowNumber} ${figure.column}`, figure]));
  const rows = new Map(table.rows.map(({ row }, number) => [row, number]));
  const partsOf = (places: readonly string[], less: boolean): (Part | undefined)[] =>
    places.map((place) => {
      const figure = at.get(place);
      return figure && { figure, less };
    });
  return stated.flatMap((printed) => {
    const { rowNumber, column: key } = printed;
    const { sums: rowSums = [], less = [] } = table.rows[rowNumber]!;
    const { sums: columnSums = [], difference } = table.columns?.[key] ?? {};
    const down = (names: readonly string[]) => names.map((name) => `${rows.get(name)} ${key}`);
    const across = (keys: readonly string[]) => keys.map((other) => `${rowNumber} ${other}`);
    const said = [
      { rule: 'sum', parts: [...partsOf(down(rowSums), false), ...partsOf(down(less), true)] },
      { rule: 'sum', parts: partsOf(across(columnSums), false) },
      {
        rule: 'difference',
        parts: difference
          ? [...partsOf(across([difference[0]]), false), ...partsOf(across([difference[1]]), true)]
          : [],
      },
    ] as const;
    return said.flatMap(({ rule, parts }) =>
      parts.length > 0 && isComplete(parts) ? [{ rule, printed, parts }] : [],
    );
  });
}

function saysHowItAddsUp({ rows, columns = {} }: FiguresPayload): boolean {
  return (
    rows.some(({ sums }) => sums !== undefined) ||
    Object.values(columns).some(({ sums, difference }) => sums !== undefined || difference !== undefined)
  );
}

function isComplete(parts: readonly (Part | undefined)[]): parts is readonly Part[] {
  return !parts.includes(undefined);
}

function check({ rule, parts }: Relation, printed: Figure): Contradiction | undefined {
  if (printed.amount === null) return undefined;
  const amounts: Decimal[] = [];
  for (const { figure, less } of parts) {
    if (figure.amount === null || figure.indicator !== printed.indicator) return undefined;
    amounts.push(less ? negate(figure.amount) : figure.amount);
  }
  const computed = sum(amounts);
  const difference = subtract(printed.amount, computed);
  if (difference.digits === 0n) return undefined;
  const tolerance = sum([printed, ...parts.map(({ figure }) => figure)].map((figure) => figure.tolerance));
  return {
    rule,
    printed,
    parts,
    computed,
    difference,
    tolerance,
    explanation: explain(printed.amount, computed, tolerance),
    elsewhere: parts.some(({ figure }) => figure.record !== printed.record),
    otherDocument: parts.some(({ figure }) => figure.document !== printed.document),
  };
}

/**
 * Each number printed rounded may be half a step off, so that n parts and their total, all rounded to one step, may
 * differ by less than (n + 1) / 2 steps: by n / 2 of them or less, since they differ by whole steps.
 */
function explain(printed: Decimal, computed: Decimal, tolerance: Decimal): Explanation | null {
  if (compare(absolute(subtract(printed, computed)), tolerance) < 0) return 'rounding';
  const withSignTurned = add(printed, computed);
  if (withSignTurned.digits === 0n) return 'sign';
  return compare(absolute(withSignTurned), tolerance) < 0 ? 'signAndRounding' : null;
}

/** Other statements of a total, beside what its parts come to. */
function checkElsewhere(relation: Relation, byKey: ReadonlyMap<string, readonly Figure[]>): Contradiction[] {
  return (byKey.get(figureKey(relation.printed)) ?? []).flatMap((statement) => {
    if (statement === relation.printed || !areComparable(statement, relation.printed)) return [];
    const found = check(relation, statement);
    return found === undefined || found.explanation === 'rounding' ? [] : [found];
  });
}

/** Every two statements of one figure that no rounding makes one, each value by the first that states it. */
function disagreements(statements: readonly Figure[]): Contradiction[] {
  const found: Contradiction[] = [];
  const distinct: Figure[] = [];
  for (const printed of statements) {
    if (distinct.some((other) => areComparable(printed, other) && saysTheSame(printed, other))) continue;
    for (const other of distinct) {
      if (!areComparable(printed, other)) continue;
      const parts = [{ figure: other, less: false }];
      const contradiction = check({ rule: 'statement', printed, parts }, printed);
      if (contradiction === undefined || contradiction.explanation === 'rounding') continue;
      const explanation = contradiction.explanation === null ? null : 'sign';
      found.push({ ...contradiction, explanation });
    }
    distinct.push(printed);
  }
  return found;
}

function saysTheSame(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.unitOfMeasure === b.unitOfMeasure;
}

/** What each report says anew: that another says otherwise is no contradiction. */
const SAID_ANEW: readonly ValueKind[] = ['forecast', 'forecastDeviation', 'change', 'forecastChange'];

function areComparable(a: Figure, b: Figure): boolean {
  if (!SAID_ANEW.includes(a.kind)) return true;
  return a.document === undefined ? a.record === b.record : a.document === b.document;
}
