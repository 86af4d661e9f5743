import {
  CHANGE_KINDS,
  emptyDraft,
  RELATIONS,
  type ChangeKind,
  type Draft,
  type Setting,
  type Step,
} from '../../change-form/draft.js';
import { percentOf } from '../../change-form/new-unit.js';
import { newPart, type Code, type Part, type Placement } from '../../change-form/part.js';

type Said = Readonly<Record<string, unknown>>;

/** What was recorded of a change, as a form: all of it, so that a correction loses nothing. Null: it is no change. */
export function draftOfRecorded(kind: string, on: string, recorded: unknown): Draft | null {
  const known = CHANGE_KINDS.find((each) => each === kind);
  if (known === undefined || !isObject(recorded)) return null;
  const empty = emptyDraft(known, on, unitsOf(recorded));
  return {
    ...empty,
    name: text(recorded['name']),
    type: text(recorded['type']),
    to: toOf(known, recorded),
    top: recorded['to'] === null || recorded['parent'] === null,
    hierarchy: text(recorded['hierarchy']) || 'line',
    except: texts(recorded['except']),
    exceptTo: maybe(recorded['exceptTo']),
    parents: placementsIn(recorded['parents']),
    codes: codesIn(recorded['codes']),
    parts: partsIn(recorded),
    children: isObject(recorded['children']) ? (recorded['children'] as Record<string, string>) : {},
    leaveChildren: recorded['children'] === 'leave',
    succession:
      recorded['successors'] === 'none' ? 'NONE' : recorded['successors'] === 'unknown' ? 'UNKNOWN' : 'NAMED',
    successors: texts(recorded['successors']),
    receivers: list(recorded['to']).map(({ unit, share }) => ({ unit: text(unit), share: percentOf(share) })),
    what: text(recorded['what']),
    resource: constant(text(recorded['resource'])) as Draft['resource'],
    forms: texts(recorded['forms']).map(constant) as ChangeKind[],
    unknown: texts(recorded['unknown']).map(constant) as Draft['unknown'],
    anticipated: known === 'ANTICIPATE' ? anticipatedIn(recorded['into']) : empty.anticipated,
    sets: list(recorded['sets']).map(settingIn),
    lineage: list(recorded['lineage']).map(stepIn),
  };
}

function unitsOf(recorded: Said): string[] {
  const [unit, units, ends] = [recorded['unit'], recorded['units'], recorded['ends']].map((each) =>
    texts(each),
  );
  return [...unit!, ...units!, ...ends!];
}

function toOf(kind: ChangeKind, recorded: Said): string | null {
  const to = text(recorded['to']) || text(recorded[kind === 'ABSORB' ? 'into' : 'parent']);
  return to === '' ? null : to;
}

/** The units that a change begins, and, of a split, those that stand. */
function partsIn(recorded: Said): Part[] {
  const named = ['unit', 'into', 'by', 'begins', 'except'].flatMap((member) => list(recorded[member]));
  return named.flatMap((unit) => {
    if (typeof unit['name'] === 'string' && typeof unit['type'] === 'string') return [beginningIn(unit)];
    return typeof unit['key'] === 'string' ? [{ ...newPart(), isNew: false, unit: unit['key'] }] : [];
  });
}

function beginningIn(unit: Said): Part {
  return {
    key: text(unit['id']) || newPart().key,
    isNew: true,
    unit: null,
    name: text(unit['name']),
    type: text(unit['type']),
    parent: maybe(unit['parent']) ?? null,
    parents: placementsIn(unit['parents']),
    codes: codesIn(unit['codes']),
  };
}

function anticipatedIn(into: unknown): Draft['anticipated'] {
  const { count, name, type, parent } = isObject(into) ? into : {};
  return {
    count: typeof count === 'number' ? String(count) : '',
    name: maybe(name),
    type: text(type),
    parent: maybe(parent),
  };
}

function settingIn(set: Said): Setting {
  return {
    unit: text(set['unit']),
    name: text(set['name']),
    type: text(set['type']),
    parent: maybe(set['parent']),
    parents: placementsIn(set['parents']),
    codes: codesIn(set['codes']),
  };
}

function stepIn({ from, to, relation, share }: Said): Step {
  const known = RELATIONS.find((each) => each === constant(text(relation)));
  return { from: text(from), to: text(to), relation: known ?? 'CONTINUES', share: percentOf(share) };
}

function codesIn(codes: unknown): Code[] {
  return Object.entries(isObject(codes) ? codes : {}).map(([scheme, value]) => ({
    scheme,
    value: text(value),
  }));
}

function placementsIn(parents: unknown): Placement[] {
  return Object.entries(isObject(parents) ? parents : {}).map(([hierarchy, parent]) => ({
    hierarchy,
    parent: maybe(parent) ?? null,
  }));
}

function isObject(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, or the one that stands in its place. */
function list(value: unknown): Said[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** The texts of a list, or the one that stands in its place; `none` and `unknown` are no units. */
function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string' && each !== 'none' && each !== 'unknown',
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function maybe(value: unknown): string | null | undefined {
  return typeof value === 'string' || value === null ? value : undefined;
}

/** `mergedInto` as GraphQL writes it: `MERGED_INTO`. */
function constant(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
