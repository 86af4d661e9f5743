import { bodyKind } from '#governance';
import { foldText, type Unit } from '#structure';

/** What has to be known of units to go up from one. */
export interface Climbed {
  /** In the line. */
  parent(unit: Unit): Unit | null | undefined;
  typeOf(unit: Unit): string;
}

/**
 * The administration (förvaltning) that a unit belongs to in the line: itself or the nearest unit above it whose type
 * names one (`forvaltning`, `socialförvaltning`, `administration`). Where there is none up to the nearest political
 * body, it is the highest unit below that body: the one that serves it, whatever it is called. Where there is no
 * political body either, as in an agency, it is the unit at the top.
 *
 * Political bodies (see `bodyKind`) belong to none: null. What stands above a political body is not looked at: a unit
 * belongs to those who serve the body that it stands under.
 *
 * @param known answers given before for this side; it is added to
 */
export function administrationAbove(unit: Unit, side: Climbed, known: Map<Unit, Unit | null>): Unit | null {
  const path: Unit[] = [];
  let found: Unit | null = null;
  for (let up: Unit | null | undefined = unit; up && !path.includes(up); up = side.parent(up)) {
    const before = known.get(up);
    if (before !== undefined) {
      found = before;
      break;
    }
    const kind = kindOfType(side.typeOf(up));
    if (kind === 'political') {
      known.set(up, null);
      break;
    }
    path.push(up);
    if (kind === 'administration') break;
  }
  found ??= path.at(-1) ?? null;
  for (const below of path) known.set(below, found);
  return found;
}

const kinds = new Map<string, 'political' | 'administration' | 'other'>();
const MOST_KINDS = 1_000;

/** What a unit type names, as far as people and money are told of. */
export function kindOfType(type: string): 'political' | 'administration' | 'other' {
  let kind = kinds.get(type);
  if (kind === undefined) {
    if (kinds.size >= MOST_KINDS) kinds.clear();
    kind = bodyKind(type) !== null ? 'political' : isAdministration(type) ? 'administration' : 'other';
    kinds.set(type, kind);
  }
  return kind;
}

/** Whether a unit type names an administration, by the word it ends with in Swedish or English. */
export function isAdministration(type: string): boolean {
  return /(forvaltning|administration)$/.test(foldText(type));
}
