import { bodyKind, competenceNeeded, type Evidence, type Scope } from '#governance';
import type { RecordId } from '#records';
import { foldText, type ChangeVersion, type Timeline, type Unit, type UnitReference } from '#structure';
import type { Day } from '#temporal';
import type { Compared } from './compared.js';
import { keptFor } from './kept-for.js';
import { Side } from './side.js';

/** Whose decision the scenario takes as one reform; see `competenceNeeded`. */
export interface CompetentBodies {
  readonly scope: Scope;
  /** The boards whose areas it touches. */
  readonly boards: readonly UnitReference[];
  /** Bodies any of which may decide, and those of the type that may, as far as they are tracked as units. */
  readonly bodies: readonly UnitReference[];
  /** A unit type any of whose bodies may decide, such as `fullmaktige`, also where none is tracked. */
  readonly type: string | null;
  /** No body of that type is tracked: only its kind can be told. */
  readonly isUntracked: boolean;
  readonly delegates: readonly UnitReference[];
  /** The recorded rule; null: the default. */
  readonly rule: RecordId | null;
}

/** @param today the bodies are those of the base on this day, and are called as they are then */
export function competentBodies(
  { before, after }: Compared,
  versions: readonly ChangeVersion[],
  evidence: Evidence,
  today: Day,
): CompetentBodies {
  const { timeline, position } = after.reading;
  const { scope, boards, bodies, type, delegates, rule } = competenceNeeded(
    timeline,
    versions,
    evidence,
    position,
  );
  const now = new Side({ ...before.reading, at: today });
  const ofType = type === null ? [] : bodiesOfType(now, type);
  const reference = (unit: Unit) => {
    const own = now.unit(unit.id);
    return own === undefined ? after.reference(unit) : now.reference(own);
  };
  return {
    scope,
    boards: boards.map(reference),
    bodies: [...bodies.map(reference), ...ofType],
    type,
    isUntracked: type !== null && ofType.length === 0,
    delegates: delegates.map(reference),
    rule,
  };
}

/** Units that ever are political bodies, as known at a position: looked for once. */
const politicalUnits = keptFor((timeline: Timeline, position: number): Unit[] => {
  const isPolitical = new Map<string, boolean>();
  const isBody = (type: string) => {
    let known = isPolitical.get(type);
    if (known === undefined) isPolitical.set(type, (known = bodyKind(type) !== null));
    return known;
  };
  return [...timeline.units.values()].filter((unit) =>
    unit.type.known(position).some(({ value }) => isBody(value)),
  );
});

/** Bodies of a type that are in force; any assembly will do for another word for one. */
function bodiesOfType(side: Side, type: string): UnitReference[] {
  const { timeline, position } = side.reading;
  const isOfType = (own: string) =>
    foldText(own) === foldText(type) || (bodyKind(own) === 'assembly' && bodyKind(type) === 'assembly');
  return politicalUnits(timeline, position)
    .filter((unit) => side.isInForce(unit) && isOfType(side.typeOf(unit)))
    .map((unit) => side.reference(unit));
}
