import type { Pool } from 'pg';
import { isUuid, LINE, sortNamed, type Scheme, type UnitId } from '#structure';
import type { OrganisationId } from '#ledger';
import type { CivilDate, Position } from '#temporal';

export interface ChartQuestion {
  readonly organisation: OrganisationId;
  readonly at: CivilDate;
  readonly position: Position;
  /** Only the unit that has this id, or this code in `keyScheme`, and what stands under it. */
  readonly root?: string | undefined;
  readonly keyScheme: Scheme;
  /** How many levels below the top ones. */
  readonly depth?: number | undefined;
  /** Only units of this type. */
  readonly type?: string | undefined;
}

/** A unit in force as the read model has it. */
interface Stored {
  readonly id: UnitId;
  readonly name: string;
  readonly type: string;
  readonly parent: UnitId | null;
  readonly codes: string | null;
  readonly since: CivilDate;
}

/** One box of a chart that was read from the read model; says what `ChartUnit` says. */
export class StoredBox {
  readonly indeterminate = false;

  constructor(
    private readonly unit: Stored,
    readonly above: StoredBox | null,
    /** The units above the top of this chart, which are left out. */
    private readonly prefix: readonly Stored[],
    readonly depth: number,
  ) {}

  get id(): UnitId {
    return this.unit.id;
  }

  get name(): string {
    return this.unit.name;
  }

  get type(): string {
    return this.unit.type;
  }

  get parentId(): UnitId | null {
    return this.unit.parent;
  }

  get since(): CivilDate {
    return this.unit.since;
  }

  get path(): UnitId[] {
    const upwards: UnitId[] = [this.id];
    for (let box = this.above; box !== null; box = box.above) upwards.push(box.id);
    return [...this.prefix.map(({ id }) => id), ...upwards.reverse()];
  }

  get codes(): Record<Scheme, string> {
    return codesOf(this.unit);
  }

  code(scheme: Scheme): string | null {
    return codesOf(this.unit)[scheme] ?? null;
  }

  parentCode(scheme: Scheme): string | null {
    const top = this.prefix.at(-1);
    return this.above?.code(scheme) ?? (top === undefined ? null : (codesOf(top)[scheme] ?? null));
  }
}

/** Characters that no code can hold. */
const BETWEEN_CODES = '\u001e';
const AFTER_SCHEME = '\u001f';

// The key's order, backwards: the newest fact of each track comes first, and no sort is needed.
const IN_FORCE = `
  select unit_id, max(value) filter (where track = 'name'), max(value) filter (where track = 'type'),
    max(value) filter (where track = 'parent:${LINE}'),
    string_agg(substr(track, 6) || chr(31) || value, chr(30)) filter (where track like 'code:%'),
    max(effective_from) filter (where track = 'existence')
  from (
    select distinct on (unit_id, track) unit_id, track, value, effective_from
    from read_model.fact
    where organisation_id = $1 and known_from <= $2 and (known_until is null or known_until > $2)
      and effective_from <= $3
    order by unit_id desc, track desc, effective_from desc, change_order desc, seq desc
  ) held
  group by unit_id
  having bool_or(track = 'existence' and value = 'true')
  order by unit_id desc`;

const INDETERMINATE = `
  select exists (
    select from read_model.fact
    where organisation_id = $1 and known_from <= $2 and (known_until is null or known_until > $2)
      and earliest <= $3 and latest > $3
  ) as found`;

const NEWEST = 'select max(position) as position from read_model.change where organisation_id = $1';

/**
 * The chart in the hierarchy `line`, straight from the read model: what the resolver (`chart` of the structure)
 * gives, without reading history. Null where only the resolver can tell: something is indeterminate on the date,
 * the root is not found among the units in force, or the read model does not reach the position.
 */
export async function chartOnDate(pool: Pool, question: ChartQuestion): Promise<StoredBox[] | null> {
  const { organisation, position, at } = question;
  const values = [organisation, position, at];
  const [held, indeterminate, newest] = await Promise.all([
    pool.query<[UnitId, string, string, UnitId | null, string | null, CivilDate]>({
      text: IN_FORCE,
      values,
      rowMode: 'array',
    }),
    pool.query<{ found: boolean }>(INDETERMINATE, values),
    pool.query<{ position: number | null }>(NEWEST, [organisation]),
  ]);
  if (indeterminate.rows[0]!.found || (newest.rows[0]!.position ?? 1) < position) return null;
  const units = held.rows.map(([id, name, type, parent, codes, since]): Stored => ({
    id,
    name,
    type,
    parent,
    codes,
    since,
  }));
  return boxesOf(units, question);
}

function boxesOf(units: readonly Stored[], question: ChartQuestion): StoredBox[] | null {
  const { depth = Infinity, type } = question;
  const under = new Map<UnitId | null, Stored[]>();
  for (const unit of units) {
    const siblings = under.get(unit.parent);
    if (siblings === undefined) under.set(unit.parent, [unit]);
    else siblings.push(unit);
  }
  const prefix: Stored[] = [];
  let tops = under.get(null) ?? [];
  if (question.root !== undefined) {
    const root = findRoot(units, question.root, question.keyScheme);
    if (root === undefined) return null;
    prefix.push(...ancestorsOf(root, units));
    tops = [root];
  }
  const boxes: StoredBox[] = [];
  let reached = 0;
  const stack: StoredBox[] = [];
  const push = (siblings: Stored[], above: StoredBox | null, level: number) => {
    const sorted = sortNamed(siblings);
    for (let i = sorted.length - 1; i >= 0; i--) stack.push(new StoredBox(sorted[i]!, above, prefix, level));
  };
  push(tops, null, 0);
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    reached++;
    if (type === undefined || box.type === type) boxes.push(box);
    const below = box.depth < depth ? under.get(box.id) : undefined;
    if (below !== undefined) push(below, box, box.depth + 1);
  }
  // Whoever is not under a top stands in a ring or under something else than a unit in force.
  const isWhole = question.root === undefined && depth === Infinity;
  return isWhole && reached < units.length ? null : boxes;
}

function findRoot(units: readonly Stored[], reference: string, keyScheme: Scheme): Stored | undefined {
  if (isUuid(reference)) return units.find(({ id }) => id === reference);
  const holders = units.filter((unit) => codesOf(unit)[keyScheme] === reference);
  return holders.length === 1 ? holders[0] : undefined;
}

function ancestorsOf(unit: Stored, units: readonly Stored[]): Stored[] {
  const byId = new Map(units.map((other) => [other.id, other]));
  const above: Stored[] = [];
  let parent = unit.parent === null ? undefined : byId.get(unit.parent);
  while (parent !== undefined && !above.includes(parent)) {
    above.unshift(parent);
    parent = parent.parent === null ? undefined : byId.get(parent.parent);
  }
  return above;
}

function codesOf({ codes }: Stored): Record<Scheme, string> {
  if (codes === null) return {};
  const held = codes.split(BETWEEN_CODES);
  if (held.length > 1) held.sort();
  return Object.fromEntries(held.map((code) => code.split(AFTER_SCHEME) as [Scheme, string]));
}
