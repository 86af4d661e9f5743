import type { Track } from '#temporal';
import type { ChangeVersion } from '../change.js';
import { unitsOf } from '../effect.js';
import { knownVersion } from '../recorded-event.js';
import type { Timeline } from '../timeline.js';
import type { Unit, UnitPointer } from '../unit.js';

/**
 * The narrowed changes for which something that came or went may have been, or be, the reason to apply earlier:
 * those that it can meet in time and in the structure. May be too many, never too few.
 */
export function narrowedNear(
  timeline: Timeline,
  came: readonly ChangeVersion[],
  went: readonly ChangeVersion[],
): ChangeVersion[] {
  if (timeline.narrowed.size === 0) return [];
  const near: ChangeVersion[] = [];
  const far = [...timeline.narrowed]
    .map((id) => knownVersion(timeline, timeline.changes.get(id)))
    .filter((version) => version !== undefined && !came.includes(version)) as ChangeVersion[];
  let reasons = [...came, ...went].map((version) => new Neighbourhood(timeline, version));
  while (reasons.length > 0 && far.length > 0) {
    const reached: ChangeVersion[] = [];
    for (let i = far.length - 1; i >= 0; i--) {
      const version = far[i]!;
      const reach = lastDayAffected(timeline, version);
      const timely = reasons.filter((reason) => reason.earliest <= reach);
      if (timely.length === 0) continue;
      const own = new Neighbourhood(timeline, version);
      if (!timely.some((reason) => reason.meets(own))) continue;
      far.splice(i, 1);
      reached.push(version);
    }
    near.push(...reached);
    reasons = reached.map((version) => new Neighbourhood(timeline, version));
  }
  return near;
}

/** The last day on which it matters whether a narrowed change applies from the day it does or from its last. */
function lastDayAffected(timeline: Timeline, version: ChangeVersion): number {
  const overtaken = version.facts.some((fact) => {
    const next = timeline.trackOf(fact).after(fact, timeline.horizon);
    return next !== undefined && next.from <= version.on.latest;
  });
  return overtaken ? Infinity : version.on.latest;
}

/** The units that a version acts on, and those that any rule could tie to them. */
class Neighbourhood {
  readonly earliest: number;
  private readonly units: ReadonlySet<Unit>;
  private tied: ReadonlySet<Unit> | undefined;

  constructor(
    private readonly timeline: Timeline,
    version: ChangeVersion,
  ) {
    this.earliest = Math.min(version.on.earliest, version.from);
    const units = new Set<Unit>(version.facts.map((fact) => timeline.own(fact.unit)));
    for (const id of version.effects.flatMap(unitsOf)) units.add(timeline.units.get(id)!);
    this.units = units;
  }

  meets(other: Neighbourhood): boolean {
    return intersect(this.units, other.around) || intersect(other.units, this.around);
  }

  /** Its units, all that they ever stood under, and all that ever held one of their codes. */
  private get around(): ReadonlySet<Unit> {
    if (this.tied !== undefined) return this.tied;
    const around = new Set(this.units);
    for (const unit of around) {
      for (const track of unit.parents.values()) {
        for (const parent of this.valuesOf<UnitPointer>(track)) around.add(this.timeline.own(parent));
      }
    }
    for (const unit of this.units) {
      for (const [scheme, track] of unit.codes) {
        for (const code of this.valuesOf(track)) {
          for (const holder of this.timeline.holdersOf(scheme, code)) around.add(holder);
        }
      }
    }
    return (this.tied = around);
  }

  private valuesOf<V>(track: Track<V | null>): V[] {
    const { horizon } = this.timeline;
    return track
      .all()
      .map(({ value, knownFrom }) => (knownFrom <= horizon ? value : null))
      .filter((value) => value !== null);
  }
}

function intersect(a: ReadonlySet<Unit>, b: ReadonlySet<Unit>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const unit of few) if (many.has(unit)) return true;
  return false;
}
