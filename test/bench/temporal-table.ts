import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from './instance.js';
import type { ChartUnit } from './subject.js';
import { SYNTHETIC_SCHEME, type NewUnit, type SyntheticChange } from './synthetic-organisation.js';

/** Above every date and every line number that occurs. */
const OPEN_DATE = '9999-12-31';
const STILL = 2_147_483_647;

type Values = readonly [name: string, type: string, parent: number, code: string];
const TRACKS = { name: 0, type: 1, parent: 2, code: 3 } as const;

interface Version {
  readonly from: string;
  readonly to: string;
  readonly values: Values;
  readonly knownFrom: number;
}

interface Past {
  readonly key: string;
  versions: Version[];
  /** Per track the days for which a value was said. */
  readonly said: readonly [Set<string>, Set<string>, Set<string>, Set<string>];
}

/**
 * What one would build by hand in SQL: a table of whole rows, each valid from one date to another and known from one
 * line to another, and a table of lineage edges. It shares no code with the product and so is also the bench's oracle.
 * A value holds until the next date for which a value of that column was said (change-point semantics).
 */
export class TemporalTable {
  private readonly units: Past[] = [
    { key: '', versions: [], said: [new Set(), new Set(), new Set(), new Set()] },
  ];
  private readonly numbers = new Map<string, number>();
  private readonly edges: string[] = [];
  private line = 0;

  private constructor(private readonly pool: pg.Pool) {}

  /** Reads the changes, fills and indexes the tables; with memory enough to recurse without files. */
  static async build(database: Database, changes: Iterable<SyntheticChange>): Promise<TemporalTable> {
    const table = new TemporalTable(
      new pg.Pool({ connectionString: database.url, max: 2, options: '-c work_mem=64MB' }),
    );
    await table.pool.query(`
      CREATE TABLE unit_version (
        unit int NOT NULL, parent int NOT NULL, key text NOT NULL, name text NOT NULL, type text NOT NULL, code text NOT NULL,
        valid_from date NOT NULL, valid_to date NOT NULL, known_from int NOT NULL, known_to int NOT NULL);
      CREATE TABLE lineage (predecessor int NOT NULL, successor int NOT NULL, relation text NOT NULL, since date NOT NULL, known_from int NOT NULL)`);
    await table.copy('unit_version', table.rows(changes));
    await table.copy('lineage', table.edges);
    await table.pool.query(`
      CREATE INDEX ON unit_version (parent, valid_from, valid_to);
      CREATE INDEX ON unit_version (unit, valid_from, valid_to);
      CREATE INDEX ON unit_version (valid_from, valid_to);
      CREATE INDEX ON lineage (successor);
      CREATE INDEX ON lineage (predecessor)`);
    await table.pool.query('VACUUM ANALYZE unit_version, lineage');
    return table;
  }

  /** Lines read. */
  get lines(): number {
    return this.line;
  }

  async size(): Promise<number> {
    return Number(
      (await this.pool.query<{ n: string }>('SELECT count(*) AS n FROM unit_version')).rows[0]!.n,
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** The tree by recursion from the roots (or one unit), each level found by the index on the parent. */
  async chartByIndex(at: string, known: number, rootKey?: string): Promise<SqlUnit[]> {
    const root = rootKey === undefined ? 'v.parent = 0' : 'v.unit = $3';
    return this.read(
      `WITH RECURSIVE tree AS (
         SELECT v.unit, v.parent, v.key, v.name, v.type, v.code, v.valid_from, 0 AS depth FROM unit_version v
         WHERE ${root} AND v.valid_from <= $1 AND v.valid_to > $1 AND v.known_from <= $2 AND v.known_to > $2
         UNION ALL
         SELECT v.unit, v.parent, v.key, v.name, v.type, v.code, v.valid_from, t.depth + 1 FROM tree t JOIN unit_version v ON v.parent = t.unit
         WHERE v.valid_from <= $1 AND v.valid_to > $1 AND v.known_from <= $2 AND v.known_to > $2)
       SELECT unit, parent, key, name, type, code, valid_from, depth FROM tree`,
      rootKey === undefined ? [at, known] : [at, known, this.numberOf(rootKey)],
    );
  }

  /** The same, the rows in force picked out once and the recursion done on those. */
  async chartBySelection(at: string, known: number): Promise<SqlUnit[]> {
    return this.read(
      `WITH RECURSIVE in_force AS MATERIALIZED (
         SELECT * FROM unit_version v WHERE v.valid_from <= $1 AND v.valid_to > $1 AND v.known_from <= $2 AND v.known_to > $2),
       tree AS (
         SELECT v.unit, v.parent, v.key, v.name, v.type, v.code, v.valid_from, 0 AS depth FROM in_force v WHERE v.parent = 0
         UNION ALL
         SELECT v.unit, v.parent, v.key, v.name, v.type, v.code, v.valid_from, t.depth + 1 FROM tree t JOIN in_force v ON v.parent = t.unit)
       SELECT unit, parent, key, name, type, code, valid_from, depth FROM tree`,
      [at, known],
    );
  }

  unitsOf(rows: readonly SqlUnit[]): ChartUnit[] {
    return rows.map(({ key, name, type, parent }) => ({
      key,
      name,
      type,
      parentKey: parent === 0 ? null : this.units[parent]!.key,
    }));
  }

  async history(key: string, known: number): Promise<number> {
    const { rows } = await this.pool.query({
      name: 'history',
      text: 'SELECT * FROM unit_version WHERE unit = $1 AND known_from <= $2 ORDER BY known_from, valid_from',
      values: [this.numberOf(key), known],
    });
    return rows.length;
  }

  async predecessors(key: string, generations: number, known: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ unit: number }>({
      name: 'predecessors',
      text: `WITH RECURSIVE back AS (
               SELECT predecessor AS unit, 1 AS generation FROM lineage WHERE successor = $1 AND known_from <= $3
               UNION
               SELECT l.predecessor, b.generation + 1 FROM back b JOIN lineage l ON l.successor = b.unit
               WHERE b.generation < $2 AND l.known_from <= $3)
             SELECT DISTINCT unit FROM back`,
      values: [this.numberOf(key), generations, known],
    });
    return rows.map(({ unit }) => this.units[unit]!.key);
  }

  private async read(text: string, values: unknown[]): Promise<SqlUnit[]> {
    return (await this.pool.query<SqlUnit>({ text, values, types: { getTypeParser: plainDates } })).rows;
  }

  private async copy(table: string, rows: Iterable<string>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await pipeline(Readable.from(inBlocks(rows)), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
    } finally {
      client.release();
    }
  }

  private numberOf(key: string): number {
    const number = this.numbers.get(key);
    if (number === undefined) throw new Error(`The temporal table has no unit ${key}.`);
    return number;
  }

  private *rows(changes: Iterable<SyntheticChange>): Generator<string> {
    for (const change of changes) {
      this.line++;
      yield* this.apply(change);
    }
    for (const [unit, past] of this.units.entries())
      for (const version of past.versions) yield rowOf(unit, past.key, version, STILL);
  }

  private *apply(change: SyntheticChange): Generator<string> {
    switch (change.kind) {
      case 'establish':
        return this.begin(change.unit, change.on);
      case 'rename':
        return yield* this.set(change.unit, 'name', change.name, change.on);
      case 'reclassify':
        return yield* this.set(change.unit, 'type', change.type, change.on);
      case 'recode':
        return yield* this.set(change.unit, 'code', change.codes[SYNTHETIC_SCHEME]!, change.on);
      case 'transfer':
        return yield* this.set(change.unit, 'parent', this.numberOf(change.to), change.on);
      case 'dissolve':
        return yield* this.end(change.unit, change.on);
      case 'merge':
        return yield* this.succeed(change.units, [change.into], 'mergedInto', change.on);
      case 'split':
        return yield* this.succeed([change.unit], change.into, 'splitInto', change.on);
      case 'replace':
        return yield* this.succeed([change.unit], [change.by], 'replacedBy', change.on);
    }
  }

  private *succeed(
    ended: readonly string[],
    begun: readonly NewUnit[],
    relation: string,
    on: string,
  ): Generator<string> {
    for (const key of ended) yield* this.end(key, on);
    for (const unit of begun) {
      this.begin(unit, on);
      for (const key of ended)
        this.edges.push(
          `${this.numberOf(key)}\t${this.numberOf(unit.key)}\t${relation}\t${on}\t${this.line}\n`,
        );
    }
  }

  private begin(unit: NewUnit, on: string): void {
    const values: Values = [
      unit.name,
      unit.type,
      unit.parent === null ? 0 : this.numberOf(unit.parent),
      unit.codes[SYNTHETIC_SCHEME]!,
    ];
    this.numbers.set(unit.key, this.units.length);
    const days = (): Set<string> => new Set([on]);
    this.units.push({
      key: unit.key,
      versions: [{ from: on, to: OPEN_DATE, values, knownFrom: this.line }],
      said: [days(), days(), days(), days()],
    });
  }

  private *end(key: string, on: string): Generator<string> {
    yield* this.rewrite(this.numberOf(key), on, OPEN_DATE, () => undefined);
  }

  private *set(
    key: string,
    track: keyof typeof TRACKS,
    value: string | number,
    on: string,
  ): Generator<string> {
    const unit = this.numberOf(key);
    const said = this.units[unit]!.said[TRACKS[track]];
    let until = OPEN_DATE;
    for (const day of said) if (day > on && day < until) until = day;
    said.add(on);
    yield* this.rewrite(unit, on, until, (values) => values.with(TRACKS[track], value) as unknown as Values);
  }

  /** Closes the versions that [from, to) touches and knows the pieces anew from this line on. */
  private *rewrite(
    unit: number,
    from: string,
    to: string,
    change: (values: Values) => Values | undefined,
  ): Generator<string> {
    const past = this.units[unit]!;
    const kept: Version[] = [];
    for (const version of past.versions) {
      if (version.to <= from || version.from >= to) {
        kept.push(version);
        continue;
      }
      yield rowOf(unit, past.key, version, this.line);
      const start = version.from > from ? version.from : from;
      const stop = version.to < to ? version.to : to;
      const changed = change(version.values);
      if (version.from < start) kept.push({ ...version, to: start, knownFrom: this.line });
      if (changed) kept.push({ from: start, to: stop, values: changed, knownFrom: this.line });
      if (stop < version.to) kept.push({ ...version, from: stop, knownFrom: this.line });
    }
    past.versions = kept;
  }
}

export interface SqlUnit {
  readonly unit: number;
  readonly parent: number;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly code: string;
  readonly valid_from: string;
  readonly depth: number;
}

function rowOf(
  unit: number,
  key: string,
  { values: [name, type, parent, code], from, to, knownFrom }: Version,
  knownTo: number,
): string {
  return `${unit}\t${parent}\t${key}\t${name}\t${type}\t${code}\t${from}\t${to}\t${knownFrom}\t${knownTo}\n`;
}

/** Small pieces joined, so that COPY is fed blocks of some 64 kB. */
function* inBlocks(rows: Iterable<string>): Generator<string> {
  let block = '';
  for (const row of rows) {
    block += row;
    if (block.length > 65_536) {
      yield block;
      block = '';
    }
  }
  if (block) yield block;
}

/** Dates as they are written: making JS dates of them would slow SQL down for nothing. */
function plainDates(type: number): (text: string) => unknown {
  return (text) => (type === 23 ? Number(text) : text);
}
