import { compareMoments, type Day, type Moment, type Track } from '#temporal';
import type { ChangeVersion } from '../change.js';
import { unitsOf } from '../effect.js';
import { isFarReaching, kindOf } from '../kinds/index.js';
import { State } from '../state.js';
import type { Timeline } from '../timeline.js';
import type { Unit, UnitFact, UnitPointer } from '../unit.js';
import { actsOnUnitsInForce } from './acts-on-units-in-force.rule.js';
import { beginsAndEndsInTurn } from './begins-and-ends-in-turn.rule.js';
import { codesUnique } from './codes-unique.rule.js';
import { noCycles } from './no-cycles.rule.js';
import { parentInForce } from './parent-in-force.rule.js';
import { resolvesTheSame } from './resolves-the-same.rule.js';
import { currentVersion, type Violation } from './violation.js';

/** The stretch of a track's time in which a fact that came or went makes a difference. */
interface Stretch {
  readonly start: Moment;
  /** The track's next fact; undefined: for good. */
  readonly end: Moment | undefined;
  readonly from: Day;
  readonly until: Day;
}

/**
 * Checks every rule where versions that came or went can have broken it: from their facts up to the next
 * fact of the same track, in the units that these facts are about and those that depend on them there.
 */
export class Check {
  readonly violations: Violation[] = [];
  private readonly seen = new Set<string>();
  private readonly resolved = new Set<ChangeVersion>();

  constructor(
    private readonly timeline: Timeline,
    /** What the answer depends on: unit ids, `children:<unit>`, `code:<scheme>:<code>` and `far-reaching`. */
    private readonly reads: Set<string>,
  ) {}

  /** A version that now applies: its own acts, and what its facts change. */
  came(version: ChangeVersion): void {
    this.add(actsOnUnitsInForce(this.timeline, version, this.reads));
    if (isFarReaching(version)) this.readAncestry(version);
    this.changed(version);
  }

  /** What the facts of a version change that came or went. */
  changed(version: ChangeVersion): void {
    const { timeline } = this;
    const begun: { unit: Unit; stretch: Stretch }[] = [];
    for (const fact of version.facts) {
      const { field } = fact;
      const unit = timeline.own(fact.unit);
      const end = timeline.trackOf(fact).after(fact, timeline.horizon);
      const stretch: Stretch = { start: fact, end, from: fact.from, until: end?.from ?? (Infinity as Day) };
      if (field === 'existence') {
        this.existenceChanged(unit, stretch);
        begun.push({ unit, stretch });
      } else if (begun.some((other) => other.unit === unit && covers(other.stretch, stretch))) {
        continue;
      } else if (field.startsWith('parent:')) {
        this.parentChanged(fact as UnitFact<UnitPointer | null>, field.slice('parent:'.length), stretch);
      } else {
        if (field.startsWith('code:')) {
          const scheme = field.slice('code:'.length);
          this.add(codesUnique(timeline, unit, scheme, stretch.from, stretch.until, this.reads));
        }
        this.reresolve(unit, stretch, ['itself']);
      }
    }
  }

  /** A version that was resolved before something else of its change set was. */
  resolvesAgain(version: ChangeVersion): void {
    if ((kindOf(version.kind).reads?.(version.payload) ?? 'nothing') === 'nothing') return;
    if (this.resolved.has(version) || version.knownUntil <= this.timeline.horizon) return;
    this.resolved.add(version);
    if (isFarReaching(version)) this.readAncestry(version);
    this.add(resolvesTheSame(this.timeline, version, this.reads));
  }

  private existenceChanged(unit: Unit, stretch: Stretch): void {
    const { timeline, reads } = this;
    const { from, until } = stretch;
    this.add(beginsAndEndsInTurn(timeline, unit, reads));
    for (const hierarchy of unit.parents.keys()) {
      this.add(parentInForce(timeline, unit, hierarchy, from, until, reads));
      this.add(noCycles(timeline, unit, hierarchy, from, until, reads));
    }
    reads.add(`children:${unit.id}`);
    for (const hierarchy of unit.childPointers.keys()) {
      const children = timeline.everChildren(unit, hierarchy);
      for (const child of children) this.add(parentInForce(timeline, child, hierarchy, from, until, reads));
    }
    for (const scheme of unit.codes.keys()) this.add(codesUnique(timeline, unit, scheme, from, until, reads));
    for (const version of touchedIn(timeline, unit, stretch))
      this.add(actsOnUnitsInForce(timeline, version, reads));
    this.reresolve(unit, stretch, ['itself', 'children', 'ancestry']);
    for (const track of unit.parents.values()) {
      for (const parent of parentsIn(timeline, track, stretch)) {
        this.reresolveEnd(timeline.own(parent), stretch);
      }
    }
    this.reresolveFarReaching(stretch);
  }

  private parentChanged(fact: UnitFact<UnitPointer | null>, hierarchy: string, stretch: Stretch): void {
    const { timeline, reads } = this;
    const unit = timeline.own(fact.unit);
    this.add(parentInForce(timeline, unit, hierarchy, stretch.from, stretch.until, reads));
    this.add(noCycles(timeline, unit, hierarchy, stretch.from, stretch.until, reads));
    this.reresolve(unit, stretch, ['itself', 'children', 'ancestry']);
    const before = timeline.trackOf(fact).before(fact, timeline.horizon);
    for (const parent of new Set([fact.value, before?.value])) {
      if (parent != null) this.reresolveEnd(timeline.own(parent), stretch);
    }
    this.reresolveFarReaching(stretch);
  }

  private reresolve(unit: Unit, stretch: Stretch, depending: readonly string[]): void {
    for (const version of touchedIn(this.timeline, unit, stretch)) {
      if (depending.includes(kindOf(version.kind).reads?.(version.payload) ?? 'nothing'))
        this.resolvesAgain(version);
    }
  }

  /** The changes that end a unit in the stretch hand over its children: they depend on who these are. */
  private reresolveEnd(parent: Unit, stretch: Stretch): void {
    for (const fact of parent.existence.known(this.timeline.horizon)) {
      if (fact.value || !isWithin(fact, stretch)) continue;
      const version = currentVersion(this.timeline, fact.change);
      if (version !== undefined) this.resolvesAgain(version);
    }
  }

  private reresolveFarReaching(stretch: Stretch): void {
    this.reads.add(FAR_REACHING);
    for (const version of this.timeline.farReaching) {
      if (isWithin(momentOf(version), stretch)) this.resolvesAgain(version);
    }
  }

  /** A far-reaching change depends on all that its units stand under. */
  private readAncestry(version: ChangeVersion): void {
    const state = new State(this.timeline, { from: version.from, order: version.order, seq: 0 });
    for (const id of version.effects.flatMap(unitsOf)) {
      const unit = state.unit(id);
      for (const hierarchy of unit.parents.keys()) {
        const seen = new Set<Unit>();
        for (let up = state.parent(unit, hierarchy); up && !seen.has(up); up = state.parent(up, hierarchy)) {
          seen.add(up);
          this.reads.add(up.id);
        }
      }
    }
  }

  private add(violations: readonly Violation[]): void {
    for (const violation of violations) {
      const key = [violation.code, violation.day, ...violation.units.map((unit) => unit.id)].join();
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.violations.push(violation);
    }
  }
}

/** Read by what moves units, touched by changes whose resolution depends on more than their own units. */
export const FAR_REACHING = 'far-reaching';

/** Whether one stretch begins in the same change as another and lasts at least as long. */
function covers(a: Stretch, b: Stretch): boolean {
  return (
    compareMoments(a.start, b.start) === 0 &&
    (a.end === undefined || (b.end !== undefined && compareMoments(a.end, b.end) >= 0))
  );
}

function momentOf(version: ChangeVersion): Moment {
  return { from: version.from, order: version.order, seq: Number.MAX_SAFE_INTEGER };
}

function isWithin(moment: Moment, stretch: Stretch): boolean {
  if (compareMoments(moment, stretch.start) < 0) return false;
  return (
    stretch.end === undefined || compareMoments(moment, { ...stretch.end, seq: Number.MAX_SAFE_INTEGER }) <= 0
  );
}

/** The known versions that act on the unit in the stretch, its last change included. */
function touchedIn({ horizon }: Timeline, unit: Unit, stretch: Stretch): ChangeVersion[] {
  const versions = unit.touchedBy;
  const found: ChangeVersion[] = [];
  for (let at = firstIn(versions, stretch); at < versions.length; at++) {
    const version = versions[at]!;
    if (!isWithin(momentOf(version), stretch)) break;
    if (version.knownFrom <= horizon && horizon < version.knownUntil) found.push(version);
  }
  return found;
}

/** Index of the first version that applies at the start of the stretch or after it. */
function firstIn(versions: readonly ChangeVersion[], stretch: Stretch): number {
  let low = 0;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareMoments(momentOf(versions[middle]!), stretch.start) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function parentsIn(
  { horizon }: Timeline,
  track: Track<UnitPointer | null>,
  stretch: Stretch,
): Set<UnitPointer> {
  const values = [track.before(stretch.start, horizon)?.value];
  for (let fact = track.after({ ...stretch.start, seq: -1 }, horizon); fact && isWithin(fact, stretch);) {
    values.push(fact.value);
    fact = track.after(fact, horizon);
  }
  return new Set(values.filter((parent) => parent != null));
}
