import {
  figuresOf,
  indicator as indicatorKind,
  SIZES,
  type Figure,
  type IndicatorPayload,
  type Size,
  type ValueKind,
} from '#measures';
import type { KnownRecord, Register } from '#records';
import { grouped } from '#temporal';
import { keptFor } from './kept-for.js';

/** What one size is measured by. */
export interface SizeMeasured {
  /** Of two for one size the one that was recorded last. */
  readonly indicator: KnownRecord<IndicatorPayload>;
  /** Its figures of whole units by unit: the outcome of people, the budget of money. */
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
}

/** All figures at a position of a register, by the units that they are of. */
export interface FiguresByUnit {
  readonly all: ReadonlyMap<string, readonly Figure[]>;
  /** Null: no indicator measures it. */
  readonly sizes: Readonly<Record<Size, SizeMeasured | null>>;
}

const KINDS: Readonly<Record<Size, ValueKind>> = { fte: 'outcome', headCount: 'outcome', budget: 'budget' };

/** Read once for each position of a register. */
export const figuresByUnit = keptFor((register: Register, position: number): FiguresByUnit => {
  const figures = figuresOf(register, position);
  const indicators = register.known(indicatorKind, position);
  const measured = (size: Size): SizeMeasured | null => {
    const indicator = indicators.findLast(({ payload }) => payload.sizes === size);
    if (indicator === undefined) return null;
    const isMeant = (figure: Figure) =>
      figure.indicator === indicator.id &&
      figure.kind === KINDS[size] &&
      Object.keys(figure.breakdown).length === 0;
    return { indicator, figures: grouped(figures.filter(isMeant), ({ unit }) => unit) };
  };
  return {
    all: grouped(figures, ({ unit }) => unit),
    sizes: Object.fromEntries(SIZES.map((size) => [size, measured(size)])) as FiguresByUnit['sizes'],
  };
});
