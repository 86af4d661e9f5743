import { negate, settle, type Decimal, type Figure, type Size } from '#measures';
import type { Unit } from '#structure';
import type { Day } from '#temporal';
import { asRecorded, sumOf, totalOf, unknown, type Amount } from './amount.js';
import type { SizeMeasured } from './figures-by-unit.js';
import type { Side } from './side.js';

const ONE: Decimal = { digits: 1n, decimals: 0 };

/** How large units are on the date of a reading, by what is recorded. */
export class SizedUnits {
  private readonly known = new Map<Unit, Amount>();

  constructor(
    private readonly side: Side,
    private readonly measured: SizeMeasured | null,
    readonly size: Size,
  ) {}

  /**
   * The unit's own figure: that of the latest period which covers the date, else of the latest which ended before it;
   * of the whole unit, the outcome of people and the budget of money. Without one, the sum of its children's in force,
   * if the figures of the indicator add up and all of them have one.
   */
  of(unit: Unit): Amount {
    let amount = this.known.get(unit);
    if (amount === undefined) this.known.set(unit, (amount = this.find(unit)));
    return amount;
  }

  /** The same without some units that stand, each somewhere under it, and none of them under another. */
  without(unit: Unit, parts: readonly Unit[]): Amount {
    if (parts.length === 0) return this.of(unit);
    const above = new Set<Unit>();
    for (const part of parts) {
      let up = this.side.parent(part);
      for (; up && up !== unit && !above.has(up); up = this.side.parent(up)) above.add(up);
    }
    return this.less(unit, new Set(parts), above.add(unit));
  }

  private less(unit: Unit, parts: ReadonlySet<Unit>, above: ReadonlySet<Unit>): Amount {
    if (!above.has(unit)) return this.of(unit);
    if (this.own(unit) === undefined && this.addsUp) {
      const rest = this.side.children(unit).filter((child) => !parts.has(child));
      return this.sumOf(rest.map((child) => this.less(child, parts, above)));
    }
    const taken = this.partsUnder(unit, parts, above);
    return totalOf(this.size, [
      { amount: this.of(unit), share: ONE },
      ...taken.map((part) => ({ amount: this.of(part), share: negate(ONE) })),
    ]);
  }

  private partsUnder(unit: Unit, parts: ReadonlySet<Unit>, above: ReadonlySet<Unit>): Unit[] {
    return this.side
      .children(unit)
      .flatMap((child) =>
        parts.has(child) ? [child] : above.has(child) ? this.partsUnder(child, parts, above) : [],
      );
  }

  private get addsUp(): boolean {
    return this.measured?.indicator.payload.parts === 'sum';
  }

  private find(unit: Unit): Amount {
    const reference = this.side.reference(unit);
    if (this.measured === null) return unknown(reference, 'NO_INDICATOR');
    const own = this.own(unit);
    if (own !== undefined) return own;
    const children = this.addsUp ? this.side.children(unit).map((child) => this.of(child)) : [];
    const isAnyKnown = children.some(({ parts }) => parts.length > 0);
    return isAnyKnown ? this.sumOf(children) : unknown(reference, 'NO_FIGURE');
  }

  private sumOf(amounts: readonly Amount[]): Amount {
    return { ...sumOf(this.size, amounts), computed: true };
  }

  /** Undefined: no figure of its own is recorded. */
  private own(unit: Unit): Amount | undefined {
    const own = this.ownFigure(unit);
    if (own === undefined) return undefined;
    const reference = this.side.reference(unit);
    if (own === 'disagreeing') return unknown(reference, 'DISAGREEING');
    const { record, period, earliest, latest, amount } = own;
    return asRecorded({ unit: reference, record, period, earliest, latest, amount });
  }

  private ownFigure(unit: Unit) {
    const { at } = this.side.reading;
    const all = this.measured?.figures.get(unit.id);
    if (all === undefined) return undefined;
    const candidates = all.filter(({ earliest }) => earliest <= at);
    if (candidates.length > 1) candidates.sort((a, b) => this.byPeriod(a, b, at));
    const [latest] = candidates;
    if (latest === undefined) return undefined;
    const statements = candidates.filter(
      (figure) => figure.earliest === latest.earliest && figure.latest === latest.latest,
    );
    const settled = settle(statements);
    return settled === undefined ? 'disagreeing' : { ...latest, amount: settled.amount };
  }

  /**
   * The one to choose first: what covers the date, then what ends last. Of periods that end on one day a head count
   * is that of the shortest, the latest look; a budget that of the longest, which the others are parts of.
   */
  private byPeriod(a: Figure, b: Figure, at: Day): number {
    const covers = Number(b.latest >= at) - Number(a.latest >= at);
    if (covers !== 0 || a.latest !== b.latest) return covers || b.latest - a.latest;
    return this.size === 'budget' ? a.earliest - b.earliest : b.earliest - a.earliest;
  }
}
