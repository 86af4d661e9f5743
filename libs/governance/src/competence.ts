import type { RecordId } from '#records';
import {
  foldText,
  LINE,
  State,
  unitsActedOn,
  type ChangeVersion,
  type Timeline,
  type Unit,
} from '#structure';
import { impreciseDate, type Day } from '#temporal';
import type { Evidence, KnownDecision } from './evidence.js';
import { unitOfParty, nameOfParty } from './kinds/fields.js';
import type { CompetencePayload, Scope } from './kinds/competence.kind.js';
import { bodyKind } from './political-bodies.js';

/** Whose decision a reform takes. */
export interface CompetenceNeeded {
  readonly scope: Scope;
  /** The boards whose areas it touches. */
  readonly boards: readonly Unit[];
  /** Bodies any of which may decide; so may any that stands above one of them. */
  readonly bodies: readonly Unit[];
  /** A unit type any of whose bodies may decide; null: one of `bodies`, or anybody if there are none either. */
  readonly type: string | null;
  /** Bodies that may decide by delegation. */
  readonly delegates: readonly Unit[];
  /** The recorded rule; null: the default (across boards the assembly, within a board the board). */
  readonly rule: RecordId | null;
}

/** The hierarchy that says which board answers for a unit; units that take no part in it have their board in the line. */
const POLITICAL = 'political';
const ASSEMBLY = 'fullmaktige';

/**
 * Whose decision some changes that are made together take, by the rules recorded for their date; by default as in
 * kommunallagen (2017:725) 5 kap. 1 §: what moves between boards, or concerns the political organisation itself, is the
 * assembly's; what stays within the area of one board is that board's.
 */
export function competenceNeeded(
  timeline: Timeline,
  versions: readonly ChangeVersion[],
  evidence: Evidence,
  position: number,
): CompetenceNeeded {
  const { scope, boards } = scopeOf(timeline, versions, position);
  const rule = ruleFor(evidence, versions, scope);
  const by: CompetencePayload['by'] | undefined = rule?.payload.by ?? DEFAULTS[scope];
  const unitsOf = (ids: readonly string[]) => ids.flatMap((id) => timeline.units.get(id as Unit['id']) ?? []);
  return {
    scope,
    boards,
    bodies: by === 'board' ? boards : by !== undefined && 'unit' in by ? unitsOf([by.unit]) : [],
    type: by !== undefined && by !== 'board' && 'type' in by ? by.type : null,
    delegates: unitsOf(rule?.payload.delegatedTo ?? []),
    rule: rule?.id ?? null,
  };
}

const DEFAULTS: Readonly<Record<Scope, CompetencePayload['by'] | undefined>> = {
  acrossBoards: { type: ASSEMBLY },
  politicalBody: { type: ASSEMBLY },
  withinBoard: 'board',
  any: undefined,
};

/** Whether a decision is one that the reform takes: by a body that is competent, and more than a proposal. */
export function isCompetent(
  { payload }: KnownDecision,
  needed: CompetenceNeeded,
  timeline: Timeline,
  on: Day,
  position: number,
): boolean {
  const { act, body } = payload;
  if (act !== 'decides' && act !== 'decidesByDelegation' && act !== 'rejects') return false;
  const id = unitOfParty(body);
  const unit = id === undefined ? undefined : timeline.units.get(id as Unit['id']);
  if (act === 'decidesByDelegation' && unit !== undefined && needed.delegates.includes(unit)) return true;
  if (needed.bodies.length === 0 && needed.type === null) return true;
  const state = State.on(timeline, on, position);
  if (unit === undefined) return isNamedCompetent(nameOfParty(body, NAMELESS), needed, state);
  if (act === 'decidesByDelegation' && !isBoard(unit, state)) return false;
  const type = typeOf(unit, state);
  if (needed.type !== null && (foldText(type) === foldText(needed.type) || isAssemblyFor(type, needed.type)))
    return true;
  return needed.bodies.some(
    (needs) => needs === unit || [POLITICAL, LINE].some((hierarchy) => state.isUnder(needs, unit, hierarchy)),
  );
}

/** Of a body that is not tracked only the name tells: the assembly stands above every board. */
function isNamedCompetent(name: string, { bodies, type }: CompetenceNeeded, state: State): boolean {
  const folded = foldText(name);
  if (/fullmaktige|assembly|council/.test(folded)) return true;
  if (type !== null && folded.includes(foldText(type))) return true;
  return bodies.some((unit) => foldText(state.name(unit) ?? '') === folded);
}

const NAMELESS = { unit: () => '' };

function isAssemblyFor(type: string, needed: string): boolean {
  return bodyKind(type) === 'assembly' && bodyKind(needed) === 'assembly';
}

function isBoard(unit: Unit, state: State): boolean {
  return bodyKind(typeOf(unit, state)) === 'board';
}

function scopeOf(
  timeline: Timeline,
  versions: readonly ChangeVersion[],
  position: number,
): { scope: Scope; boards: Unit[] } {
  const boards = new Set<Unit>();
  let political = false;
  for (const version of versions) {
    const before = new State(timeline, { from: version.from, order: version.order, seq: 0 }, position);
    const answersFor = (id: string | null | undefined) => {
      const unit = id == null ? undefined : timeline.units.get(id as Unit['id']);
      const board = unit && boardOf(unit, before);
      if (board !== undefined) boards.add(board);
    };
    for (const id of unitsActedOn(version)) {
      const unit = timeline.units.get(id);
      if (unit === undefined) continue;
      if (bodyKind(typeOf(unit, before)) !== null) political = true;
      else answersFor(id);
    }
    for (const effect of version.effects) {
      if (effect.e === 'begin') {
        if (bodyKind(effect.type) !== null) political = true;
        else for (const parent of Object.values(effect.parents)) answersFor(parent);
      }
      if (effect.e === 'set' && effect.field.startsWith('parent:')) answersFor(effect.value);
    }
  }
  const scope = political
    ? 'politicalBody'
    : boards.size > 1
      ? 'acrossBoards'
      : boards.size === 1
        ? 'withinBoard'
        : 'any';
  return { scope, boards: [...boards] };
}

/** The board that answers for a unit: the nearest at or above it, politically, else in the line. */
export function boardOf(unit: Unit, state: State): Unit | undefined {
  const hierarchy = state.parent(unit, POLITICAL) === undefined ? LINE : POLITICAL;
  const seen = new Set<Unit>();
  for (let up: Unit | null | undefined = unit; up && !seen.has(up); up = state.parent(up, hierarchy)) {
    if (isBoard(up, state)) return up;
    seen.add(up);
  }
  return undefined;
}

/** A unit's type; of one that is not in force then, the one that it has at some time. */
function typeOf(unit: Unit, state: State): string {
  return state.type(unit) ?? unit.type.known(state.position)[0]?.value ?? '';
}

function ruleFor(evidence: Evidence, versions: readonly ChangeVersion[], scope: Scope) {
  return evidence.rules.findLast(({ payload }) => {
    if (payload.scope !== scope && payload.scope !== 'any') return false;
    return versions.every(
      ({ kind, from }) =>
        (payload.changes === undefined || payload.changes.includes(kind)) &&
        (payload.from === undefined || impreciseDate(payload.from).earliest <= from) &&
        (payload.until === undefined || from < impreciseDate(payload.until).earliest),
    );
  });
}
