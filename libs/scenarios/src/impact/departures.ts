import { type Unit, type UnitId } from '#structure';
import type { Compared, ComparedUnit } from './compared.js';
import type { Destination, Destinations, Whereabouts } from './destination.js';

/**
 * A unit of the base that goes somewhere, with all under it that goes the same way: people and money are counted at
 * its top, once.
 */
export interface Departure {
  readonly top: Unit;
  readonly from: Whereabouts;
  readonly to: Destination;
  /** Units under the top that go their own way, or stay; none of them under another. */
  readonly without: Unit[];
}

/** Everything by which people or money change their administration. */
export function departuresOf(compared: Compared, destinations: Destinations): Departure[] {
  return new Departures(compared, destinations).all();
}

class Departures {
  private readonly found: Departure[] = [];
  /** The departure that a unit of the base is part of, of those that were gone through. */
  private readonly partOf = new Map<Unit, Departure>();

  constructor(
    private readonly compared: Compared,
    private readonly destinations: Destinations,
  ) {}

  all(): Departure[] {
    const { before, changed } = this.compared;
    const tops = [...changed.values()]
      .filter((unit) => unit.was && this.mayLeave(unit))
      .map(({ before: unit }) => ({ unit: unit!, depth: before.depth(unit!) }))
      .sort((a, b) => a.depth - b.depth);
    for (const { unit } of tops) if (!this.partOf.has(unit)) this.goThrough(unit, this.departureAbove(unit));
    return this.found.filter(({ from, to }) => !staysThere(from, to));
  }

  private mayLeave(unit: ComparedUnit): boolean {
    if (!unit.is || unit.moved) return true;
    return !staysThere(this.destinations.origin(unit.before!), this.destinations.of(unit.id));
  }

  private departureAbove(unit: Unit): Departure | undefined {
    for (const up of this.compared.before.above(unit)) {
      const departure = this.partOf.get(up);
      if (departure !== undefined) return departure;
    }
    return undefined;
  }

  private goThrough(top: Unit, above: Departure | undefined): void {
    const left: [Unit, Departure | undefined][] = [[top, above]];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [unit, enclosing] = next;
      if (this.partOf.has(unit)) continue;
      const from = this.destinations.origin(unit);
      const to = this.destinations.of(unit.id);
      const departure = this.goesAlong(unit, from, to, enclosing)
        ? enclosing!
        : this.depart(unit, from, to, enclosing);
      this.partOf.set(unit, departure);
      const stays = this.compared.after.inForce(unit.id) !== undefined && to.has(from);
      if (stays) continue;
      for (const child of this.compared.before.children(unit)) left.push([child, departure]);
    }
  }

  private depart(top: Unit, from: Whereabouts, to: Destination, enclosing: Departure | undefined): Departure {
    const departure: Departure = { top, from, to, without: [] };
    this.found.push(departure);
    enclosing?.without.push(top);
    return departure;
  }

  /**
   * Whether a unit goes where the one above it goes. Of one that is divided by known shares, the shares are of all of
   * it: what then stands under one that receives a share, or still under it, is part of them.
   */
  private goesAlong(unit: Unit, from: Whereabouts, to: Destination, above: Departure | undefined): boolean {
    if (above === undefined || above.from !== from || to.size !== 1) return false;
    if (above.to.size === 1) return [...to.keys()][0] === [...above.to.keys()][0];
    if ([...above.to.values()].includes(null)) return false;
    const carriers = new Set<UnitId>([above.top.id, ...this.destinations.recipients(above.top.id)]);
    const { after } = this.compared;
    const here = after.inForce(unit.id);
    for (const up of here ? after.above(here) : []) if (carriers.has(up.id)) return true;
    return false;
  }
}

function staysThere(from: Whereabouts, to: Destination): boolean {
  return to.size === 1 && to.has(from);
}
