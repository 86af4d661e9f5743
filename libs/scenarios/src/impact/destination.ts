import { add, decimalOfShare, multiply, subtract, type Decimal } from '#measures';
import { deadEndAt, type LineageEdge, type Unit, type UnitId } from '#structure';
import type { Compared } from './compared.js';
import { newStepsFrom, type Carried } from './new-steps.js';

/**
 * Where people and money come to: an administration, by its id; `outside`: a unit that belongs to none; `none`: the
 * activity has no successor; `unknown`: where it goes is not recorded.
 */
export type Whereabouts = UnitId | 'outside' | 'none' | 'unknown';

/** What of a unit comes to where; a share of null is not known. */
export type Destination = ReadonlyMap<Whereabouts, Decimal | null>;

const ONE: Decimal = { digits: 1n, decimals: 0 };
const WHOLE: ReadonlySet<string> = new Set(['continues', 'mergedInto', 'absorbedBy', 'replacedBy']);

/** Finds where the people or the money of units go by what a scenario does. */
export class Destinations {
  private readonly known = new Map<Unit, Destination>();
  private readonly administrations = new Map<Whereabouts, Destination>();

  constructor(
    private readonly compared: Compared,
    private readonly carried: Carried,
  ) {}

  /** Where a unit of the base belongs. */
  origin(unit: Unit): Whereabouts {
    return this.compared.before.administration(unit)?.id ?? 'outside';
  }

  /**
   * Where it is after the scenario: what moved out of a unit goes first, by the recorded share. The rest is where the
   * unit is; if it has ended, where the one that continues it is.
   *
   * @param id of a unit of the base, or of one that began and ended in the scenario
   */
  of(id: UnitId): Destination {
    const unit = this.compared.after.unit(id);
    if (unit === undefined) return wholly('unknown');
    let destination = this.known.get(unit);
    if (destination === undefined) {
      // What leads back to itself ends here.
      this.known.set(unit, wholly('unknown'));
      destination = this.find(unit);
      this.known.set(unit, destination);
    }
    return destination;
  }

  /** The units that parts of it, or all of it, go to. */
  recipients(id: UnitId): UnitId[] {
    const unit = this.compared.after.unit(id);
    return unit === undefined ? [] : newStepsFrom(this.compared, unit, this.carried).map(({ to }) => to.id);
  }

  private find(unit: Unit): Destination {
    const edges = newStepsFrom(this.compared, unit, this.carried);
    if (this.compared.after.isInForce(unit)) {
      const given = edges.filter(({ relation }) => !WHOLE.has(relation));
      return given.length === 0 ? this.at(unit) : this.divided(given, this.at(unit));
    }
    const successors = edges.filter(({ relation, share }) => WHOLE.has(relation) && share === undefined);
    const [only] = successors;
    if (successors.length === 1) {
      return this.divided(
        edges.filter((edge) => edge !== only),
        this.whereIs(only!.to.id),
      );
    }
    if (edges.length > 0) return this.divided(edges, wholly('unknown'), 'allGiven');
    const { succession } = deadEndAt(this.compared.after.reading, unit) ?? {};
    return wholly(succession === 'none' ? 'none' : 'unknown');
  }

  /**
   * @param rest where what is not given goes
   * @param isAllGiven whether nothing is left if a share is not known: the parts of a unit that was split are all of it
   */
  private divided(given: readonly LineageEdge[], rest: Destination, isAllGiven?: 'allGiven'): Destination {
    const shares = given.map(({ share }) => (share === undefined ? null : decimalOfShare(share)));
    const isKnown = shares.every((share) => share !== null);
    const left = isKnown ? shares.reduce((whole, share) => subtract(whole, share), ONE) : null;
    const destination = new Map<Whereabouts, Decimal | null>();
    given.forEach(({ to }, i) => put(destination, this.whereIs(to.id), shares[i]!));
    if (left === null ? isAllGiven === undefined : left.digits > 0n) put(destination, rest, left);
    const [first, ...others] = destination.keys();
    return first !== undefined && others.length === 0 ? wholly(first) : destination;
  }

  /** Where a unit that receives something is. What it gives away itself is its own. */
  private whereIs(id: UnitId): Destination {
    const unit = this.compared.after.inForce(id);
    return unit === undefined ? this.of(id) : this.at(unit);
  }

  private at(unit: Unit): Destination {
    const where = this.compared.after.administration(unit)?.id ?? 'outside';
    let all = this.administrations.get(where);
    if (all === undefined) this.administrations.set(where, (all = wholly(where)));
    return all;
  }
}

function wholly(where: Whereabouts): Destination {
  return new Map([[where, ONE]]);
}

/** Adds a share of one destination to another. */
function put(destination: Map<Whereabouts, Decimal | null>, to: Destination, share: Decimal | null): void {
  for (const [where, part] of to) {
    const before = destination.get(where);
    const counts = share === null || part === null ? null : multiply(share, part);
    const isUnknown = before === null || counts === null;
    destination.set(where, isUnknown ? null : before === undefined ? counts : add(before, counts));
  }
}
