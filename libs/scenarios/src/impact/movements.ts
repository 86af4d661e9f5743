import { decimal, formatDecimal, shorten, subtract, type Size } from '#measures';
import { sortNamed, type UnitReference } from '#structure';
import { isZero, shareOf, sumOf, type Amount } from './amount.js';
import type { Compared } from './compared.js';
import type { Departure } from './departures.js';
import type { Whereabouts } from './destination.js';
import { holderOf, isWithin, sortedByHolder, type Holder } from './holder.js';
import type { SizedUnits } from './sized-units.js';

/** What goes from one to another. */
export interface Flow {
  /** The topmost unit that it is counted at, as it is called before. */
  readonly unit: UnitReference;
  readonly from: Holder;
  readonly to: Holder;
  readonly amount: Amount;
}

export interface HolderMovement {
  readonly holder: Holder;
  readonly movedIn: Amount;
  readonly movedOut: Amount;
  /** What moved in less what moved out, as exact decimal text; null: one of them is not known. */
  readonly net: string | null;
}

export interface Movements {
  /** What comes to another administration, or to none. */
  readonly flows: readonly Flow[];
  /** Of every holder that gives or receives: administrations by name, then the others. */
  readonly holders: readonly HolderMovement[];
  readonly movedOut: Amount;
  /** What of it is known to arrive somewhere in the organisation. */
  readonly movedIn: Amount;
  /**
   * Whether all that leaves one administration is known to arrive in another: false if something has no successor,
   * unknown if an amount, or where it goes, is not known.
   */
  readonly neutral: boolean | 'unknown';
}

export function movementsOf(
  compared: Compared,
  size: Size,
  departures: readonly Departure[],
  sized: SizedUnits,
): Movements {
  const holders = new Map<Whereabouts, { holder: Holder; in: Amount[]; out: Amount[] }>();
  const at = (where: Whereabouts) => {
    let known = holders.get(where);
    if (known === undefined) {
      holders.set(where, (known = { holder: holderOf(compared, where), in: [], out: [] }));
    }
    return known;
  };
  const flows: Flow[] = [];
  for (const { top, from, to, without } of departures) {
    const whole = sized.without(top, without);
    const unit = compared.before.reference(top);
    for (const [where, share] of to) {
      if (where === from) continue;
      const amount = shareOf(size, whole, share, unit);
      if (isZero(amount) && amount.parts.length === 0) continue;
      const [giver, receiver] = [at(from), at(where)];
      flows.push({ unit, from: giver.holder, to: receiver.holder, amount });
      giver.out.push(amount);
      receiver.in.push(amount);
    }
  }
  const amounts = (some: readonly Flow[]) => some.map(({ amount }) => amount);
  return {
    flows: sortNamed(flows.map((flow) => ({ ...flow.unit, flow }))).map(({ flow }) => flow),
    holders: sortedByHolder(
      Array.from(holders.values(), (moved) => {
        const [movedIn, movedOut] = [sumOf(size, moved.in), sumOf(size, moved.out)];
        return { holder: moved.holder, movedIn, movedOut, net: less(movedIn, movedOut) };
      }),
    ),
    movedOut: sumOf(size, amounts(flows)),
    movedIn: sumOf(size, amounts(flows.filter(({ to }) => isWithin(to)))),
    neutral: neutralityOf(flows),
  };
}

function less({ value: some }: Amount, { value: other }: Amount): string | null {
  if (some === null || other === null) return null;
  return formatDecimal(shorten(subtract(decimal(some), decimal(other))));
}

function neutralityOf(flows: readonly Flow[]): boolean | 'unknown' {
  const counted = flows.filter(({ amount }) => !isZero(amount));
  if (counted.some(({ amount, to }) => amount.value === null || to.kind === 'unknown')) return 'unknown';
  return counted.every(({ to }) => isWithin(to));
}
