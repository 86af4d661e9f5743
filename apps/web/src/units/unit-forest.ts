/** A unit among others, as it stands in one hierarchy. */
export interface Charted {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** Units with who stands under whom. */
export interface Forest<Unit extends Charted> {
  readonly byId: ReadonlyMap<string, Unit>;
  /** Roots first under the empty id; the ids of those under each unit, in the order given. */
  readonly below: ReadonlyMap<string, readonly string[]>;
}

/** Those whose parent is not among the units are roots. */
export function forestOf<Unit extends Charted>(units: readonly Unit[]): Forest<Unit> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const below = new Map<string, string[]>([['', []]]);
  for (const { id, parentId } of units) {
    const above = parentId !== null && byId.has(parentId) ? parentId : '';
    const ids = below.get(above);
    if (ids === undefined) below.set(above, [id]);
    else ids.push(id);
  }
  return { byId, below };
}

/** The ids of the units over one, from the root. */
export function idsAbove(forest: Forest<Charted>, id: string): string[] {
  const above: string[] = [];
  let parent = forest.byId.get(id)?.parentId ?? null;
  while (parent !== null && forest.byId.has(parent) && !above.includes(parent)) {
    above.unshift(parent);
    parent = forest.byId.get(parent)?.parentId ?? null;
  }
  return above;
}

/** Up to how many units are unfolded at the beginning. */
const ALL_AT_ONCE = 150;

/** What is unfolded where nothing else is said: everything of a small organisation, else the first levels that fit. */
export function unfoldedAtStart(forest: Forest<Charted>): string[] {
  const open: string[] = [];
  let level = forest.below.get('') ?? [];
  let shown = level.length;
  while (level.length > 0) {
    const next = level.flatMap((id) => forest.below.get(id) ?? []);
    shown += next.length;
    if (shown > ALL_AT_ONCE) break;
    open.push(...level.filter((id) => forest.below.has(id)));
    level = next;
  }
  return open;
}
