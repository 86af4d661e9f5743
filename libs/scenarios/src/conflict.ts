import {
  narrate,
  type ChangeId,
  type ChangeVersion,
  type Rejection,
  type Timeline,
  type Unit,
  type UnitId,
} from '#structure';
import { civilDate, dateOf, dayOf, type CivilDate, type Message } from '#temporal';
import type { Resolution } from './resolution.js';

/**
 * What stands in the way of a step on a newer base. `unitEnded`: a unit that it acts on has ended; `alreadyMerged`:
 * into another; `parentEnded`: it would put a unit under one that has ended; `beforeBirth`: its date is before a unit's
 * first day; `cycle`: units would come to stand under themselves; `codeTaken`: another unit, or another change, has
 * come to hold the code; `dependsOnStep`: it builds on a step that is not there; `laterChange`: something recorded since
 * for another date could no longer be; `changeAmended`: the change that it amends is no more what it was; `other`.
 */
export const CONFLICT_KINDS = [
  'unitEnded',
  'alreadyMerged',
  'parentEnded',
  'beforeBirth',
  'cycle',
  'codeTaken',
  'dependsOnStep',
  'laterChange',
  'changeAmended',
  'other',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** A change of the organisation, recorded since the base, that bears on a conflict. */
export interface ChangeSince {
  readonly change: ChangeId;
  readonly sentence: Message;
  /** As written. */
  readonly on: string;
  readonly position: number;
}

export interface Conflict {
  readonly kind: ConflictKind;
  readonly message: Message;
  readonly rejection: Rejection;
  readonly because: readonly ChangeSince[];
  /** What would settle it; to leave the step out always would. */
  readonly resolutions: readonly Resolution[];
}

export interface ConflictQuestion {
  /** The newer base, and what of it the scenario has not seen. */
  readonly base: Timeline;
  readonly from: number;
  readonly to: number;
  /** Units that begin, and changes that are planned, by steps that are not there. */
  readonly missing: ReadonlySet<string>;
  /** The changes that the step amends. */
  readonly amends: readonly string[];
  /** The units that the step names, and the codes that it gives. */
  readonly units: ReadonlySet<string>;
  readonly codes: readonly { readonly scheme: string; readonly code: string }[];
}

/** Tells in structural terms why a step was refused, and what would settle that. */
export function conflictOf(rejection: Rejection, question: ConflictQuestion): Conflict {
  const { kind, resolutions, says } = classify(rejection, question);
  return {
    kind,
    message: says ?? rejection.message,
    rejection,
    because: changesSince(rejection, question),
    resolutions: [...resolutions, { how: 'drop' }],
  };
}

interface Classified {
  readonly kind: ConflictKind;
  readonly resolutions: readonly Resolution[];
  readonly says?: Message;
}

function classify(rejection: Rejection, question: ConflictQuestion): Classified {
  const { amends, missing } = question;
  switch (rejection.code) {
    case 'CYCLE':
      return { kind: 'cycle', resolutions: [] };
    case 'CODE_TAKEN':
    case 'KEY_TAKEN':
      return { kind: 'codeTaken', resolutions: withoutCodes(question) };
    case 'CHANGE_ID_TAKEN':
      return { kind: 'codeTaken', resolutions: [] };
    case 'UNKNOWN_CHANGE':
      return amends.some((change) => missing.has(change))
        ? { kind: 'dependsOnStep', resolutions: [], says: BUILDS_ON_MISSING }
        : { kind: 'changeAmended', resolutions: [] };
    case 'CHANGE_CANCELLED':
    case 'ALREADY_IN_EFFECT':
      return { kind: 'changeAmended', resolutions: [] };
    case 'UNKNOWN_UNIT':
      return { kind: 'dependsOnStep', resolutions: [], says: BUILDS_ON_MISSING };
    case 'NOT_IN_FORCE':
    case 'NEVER_IN_FORCE':
    case 'PARENT_NOT_IN_FORCE':
    case 'LINEAGE_BACKWARDS':
    case 'NOT_A_CHILD':
    case 'NOT_A_DESCENDANT':
      return notThere(rejection, question);
    default:
      return { kind: 'other', resolutions: [] };
  }
}

/** The codes of the step that units of the base have come to hold: it can go without them. */
function withoutCodes({ base, to, codes }: ConflictQuestion): Resolution[] {
  return codes.flatMap(({ scheme, code }): Resolution[] => {
    const isHeld = [...base.holdersOf(scheme, code)].some((unit) =>
      unit.codes.get(scheme)?.hasSaid(code, to),
    );
    return isHeld ? [{ how: 'recode', scheme, code, to: null }] : [];
  });
}

function notThere(rejection: Rejection, question: ConflictQuestion): Classified {
  const { base, to, missing, units } = question;
  const day = rejection.date === undefined ? undefined : dayOf(civilDate(rejection.date));
  for (const { id } of rejection.units) {
    if (missing.has(id)) return { kind: 'dependsOnStep', resolutions: [], says: BUILDS_ON_MISSING };
    const unit = base.units.get(id as UnitId);
    if (unit === undefined || day === undefined) continue;
    const [begun] = unit.existence.known(to);
    if (begun !== undefined && begun.from > day) {
      const first = dateOf(begun.from);
      return {
        kind: 'beforeBirth',
        resolutions: [{ how: 'redate', on: first }],
        says: bornLater(nameOf(unit, to), rejection.date as CivilDate, first),
      };
    }
    const held = unit.existence.at(day, to);
    if (held?.value !== false) continue;
    const successors = unit.successors.filter(
      (edge) => edge.knownFrom <= to && to < edge.knownUntil && edge.day <= day,
    );
    const alive = successors
      .map((edge) => base.own(edge.to))
      .filter((successor) => successor.existence.at(day, to)?.value === true);
    const merged = successors.some(({ relation }) => relation === 'mergedInto' || relation === 'absorbedBy');
    const isParent = rejection.code === 'PARENT_NOT_IN_FORCE';
    return {
      kind: merged ? 'alreadyMerged' : isParent ? 'parentEnded' : 'unitEnded',
      // What the step names already would stand in it twice.
      resolutions: alive
        .filter((successor) => !units.has(successor.id))
        .map((successor) => ({ how: 'retarget', unit: id, to: successor.id })),
      says: ended(
        nameOf(unit, to),
        dateOf(held.from),
        alive.map((successor) => nameOf(successor, to)),
        merged,
      ),
    };
  }
  return rejection.changes.length > 0
    ? { kind: 'laterChange', resolutions: [] }
    : { kind: 'other', resolutions: [] };
}

const BUILDS_ON_MISSING: Message = {
  sv: 'Steget bygger på ett steg som inte är med.',
  en: 'The step builds on one that is not there.',
};

function bornLater(name: string, on: CivilDate, first: CivilDate): Message {
  return {
    sv: `”${name}” finns först från och med ${first}; steget gäller ${on}.`,
    en: `"${name}" exists from ${first} on; the step is of ${on}.`,
  };
}

function ended(name: string, on: CivilDate, successors: readonly string[], merged: boolean): Message {
  const into = successors.join(', ');
  if (successors.length === 0) {
    return { sv: `”${name}” upphörde ${on}.`, en: `"${name}" ended on ${on}.` };
  }
  return merged
    ? { sv: `”${name}” gick ${on} upp i ${into}.`, en: `"${name}" was merged into ${into} on ${on}.` }
    : {
        sv: `”${name}” upphörde ${on} och fortsätter i ${into}.`,
        en: `"${name}" ended on ${on} and continues in ${into}.`,
      };
}

function nameOf(unit: Unit, position: number): string {
  return unit.name.known(position).at(-1)?.value ?? unit.id;
}

/** The changes recorded since the base that the refusal names, or that act on the units that it names. */
function changesSince({ units, changes }: Rejection, { base, from, to }: ConflictQuestion): ChangeSince[] {
  const found = new Map<ChangeId, ChangeVersion>();
  const add = (version: ChangeVersion) => {
    if (version.knownFrom > from && version.knownFrom <= to && version.knownUntil > to) {
      found.set(version.change.id, version);
    }
  };
  for (const id of changes) base.changes.get(id as ChangeId)?.versions.forEach(add);
  for (const { id } of units) base.units.get(id as UnitId)?.touchedBy.forEach(add);
  return [...found.values()]
    .sort((a, b) => a.knownFrom - b.knownFrom)
    .map((version) => ({
      change: version.change.id,
      sentence: narrate(base, version, to),
      on: version.on.written,
      position: version.knownFrom,
    }));
}
