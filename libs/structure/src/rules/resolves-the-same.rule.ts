import { dayBefore, type Fact, type Track } from '#temporal';
import type { ChangeVersion } from '../change.js';
import { unitsOf, type Effect } from '../effect.js';
import { kindOf } from '../kinds/index.js';
import { State } from '../state.js';
import type { Timeline } from '../timeline.js';
import { cures, type Cure, type Violation } from './violation.js';

/** A recorded change still comes to what it came to: nothing that is recorded changes in silence. */
export function resolvesTheSame(timeline: Timeline, version: ChangeVersion, reads: Set<string>): Violation[] {
  const kind = kindOf(version.kind);
  const state = new State(timeline, { from: version.from, order: version.order, seq: 0 });
  for (const effect of version.effects) if (effect.e === 'end') reads.add(`children:${effect.unit}`);
  if (comesToTheSame(version, state)) return [];
  const objection = kind.object?.(version.payload, state);
  return [
    {
      code: 'RESOLVES_DIFFERENTLY',
      day: version.from,
      units: (objection?.units ?? []).map((id) => state.unit(id)),
      changes: [version.change.id],
      // Not asked for where an invariant is broken as well, and dear.
      get cures() {
        return curesOf(timeline, version, state);
      },
      ...(objection === undefined ? {} : { detail: objection.message }),
    },
  ];
}

function comesToTheSame({ kind, payload, effects }: ChangeVersion, before: State): boolean {
  const { object, resolve } = kindOf(kind);
  return object?.(payload, before) === undefined && sameEffects(resolve(payload, before), effects);
}

/** What it depends on can have happened earlier, and it itself before the last change of what it depends on. */
function curesOf(timeline: Timeline, version: ChangeVersion, state: State): Cure[] {
  const tracks = tracksRead(timeline, version, state);
  const { order } = version;
  const others = cures(timeline, tracks, version.from, order).filter((cure) => cure.version !== version);
  const lastDay = (among: (fact: Fact<unknown>) => boolean): Cure[] => {
    const days = tracks
      .flatMap((track): Fact<unknown>[] => track.known(timeline.horizon))
      .filter((fact) => fact.change !== version.change.id && among(fact))
      .map((fact) => (order < fact.order ? fact.from : dayBefore(fact.from)))
      .filter((day) => day < version.from && day >= version.on.earliest);
    return days.length === 0 ? [] : [{ version, to: days.reduce((a, b) => (a > b ? a : b)) }];
  };
  // First itself, before the last that stands still: what can move as well could go before it day by day.
  return [...lastDay((fact) => fact.earliest === fact.latest), ...lastDay(() => true), ...others];
}

/** The tracks of the units that it acts on, of those that ever stood under them, and of all above these. */
function tracksRead(timeline: Timeline, version: ChangeVersion, state: State): Track<unknown>[] {
  const units = new Set(version.effects.flatMap(unitsOf).map((id) => state.unit(id)));
  for (const unit of [...units]) {
    for (const hierarchy of unit.childPointers.keys()) {
      for (const child of timeline.everChildren(unit, hierarchy)) units.add(child);
    }
  }
  for (const unit of units) {
    for (const track of unit.parents.values()) {
      for (const { value } of track.known(timeline.horizon)) {
        if (value !== null) units.add(timeline.own(value));
      }
    }
  }
  const whole = kindOf(version.kind).reads?.(version.payload) === 'itself';
  return [...units].flatMap((unit): Track<never>[] =>
    [
      unit.existence,
      ...unit.parents.values(),
      ...(whole ? [unit.name, unit.type, ...unit.codes.values()] : []),
    ].map((track) => track as Track<never>),
  );
}

/** Whether two lists hold the same effects, in whatever order. */
export function sameEffects(a: readonly Effect[], b: readonly Effect[]): boolean {
  if (a.length !== b.length) return false;
  const left = a.map(spelling).sort();
  const right = b.map(spelling).sort();
  return left.every((text, i) => text === right[i]);
}

function spelling(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${key}:${spelling(member)}`).join()}}`;
}
