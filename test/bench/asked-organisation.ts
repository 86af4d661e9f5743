import { OURS, type BenchContext, type Sizes } from './bench-context.js';
import { ensure } from './rounds.js';
import type { ChartUnit, SubjectOrganisation } from './subject.js';
import { syntheticLines, syntheticOrganisation, type SyntheticSize } from './synthetic-organisation.js';
import { TemporalTable } from './temporal-table.js';

/** An organisation that is asked, in the product and in SQL by hand. */
export interface AskedOrganisation {
  readonly slug: string;
  readonly size: SyntheticSize;
  readonly label: string;
  readonly ours: SubjectOrganisation | undefined;
  readonly sql: TemporalTable;
  /** A pair of times never given out before, spread over both axes: no earlier answer can be reused. */
  freshTimes(): Promise<Times>;
  /** The times at a line, or of the newest line. */
  timesAt(at: string, line?: number): Promise<Times>;
}

export interface Times {
  readonly at: string;
  /** For SQL: the last line known. */
  readonly line: number;
  /** For the product: the knowledge time of that line; empty when the product is absent. */
  readonly knownAt: string;
}

const prepared = new WeakMap<BenchContext, Promise<AskedOrganisation[]>>();

/** The same organisations for all rows that ask. */
export function askedOrganisations(context: BenchContext): Promise<AskedOrganisation[]> {
  let all = prepared.get(context);
  if (!all) {
    all = (async () => {
      const organisations: AskedOrganisation[] = [];
      for (const size of context.sizes.organisations) organisations.push(await prepare(context, size));
      return organisations;
    })();
    prepared.set(context, all);
  }
  return all;
}

/** Lets go of what `askedOrganisations` opened. */
export async function closeAskedOrganisations(context: BenchContext): Promise<void> {
  const all = await prepared.get(context)?.catch(() => []);
  for (const { sql } of all ?? []) await sql.close();
}

async function prepare(
  context: BenchContext,
  size: Sizes['organisations'][number],
): Promise<AskedOrganisation> {
  const slug = `asked-${size.units}`;
  const label = `${size.units.toLocaleString('en')} units, ${size.changes.toLocaleString('en')} changes`;
  const sql = await TemporalTable.build(
    await context.instance.createDatabase(`sql_${size.units}`),
    syntheticOrganisation(size),
  );
  context.say(`${label}: ${await sql.size()} rows in the temporal table`);
  let ours: SubjectOrganisation | undefined;
  if (context.subject) {
    ours = await context.subject.openOrganisation(slug);
    const start = performance.now();
    const { recorded } = await ours.importLines(syntheticLines(size));
    ensure(recorded === sql.lines, `${OURS} recorded ${recorded} of ${sql.lines} lines.`);
    context.say(`${label}: imported in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  await context.instance.checkpoint();
  let given = 0;
  const timesAt = async (at: string, line = sql.lines): Promise<Times> => ({
    at,
    line,
    knownAt: ours ? await ours.knownAtOf(line) : '',
  });
  return {
    slug,
    size,
    label,
    ours,
    sql,
    timesAt,
    async freshTimes() {
      const step = given++;
      const day = new Date(Date.UTC(2008, 0, 1 + ((step * 997) % 7000))).toISOString().slice(0, 10);
      const after = sql.lines - size.units;
      return timesAt(day, size.units + Math.max(1, Math.floor(after * (0.3 + 0.7 * ((step * 0.618) % 1)))));
    },
  };
}

/** Fails unless both charts have the same units with the same names, types and parents. */
export function ensureSameChart(
  ours: readonly ChartUnit[],
  theirs: readonly ChartUnit[],
  when: string,
): void {
  const lines = (units: readonly ChartUnit[]): string[] =>
    units.map(({ key, name, type, parentKey }) => `${key}|${name}|${type}|${parentKey ?? ''}`).sort();
  const a = lines(ours);
  const b = lines(theirs);
  const first = a.findIndex((line, i) => line !== b[i]);
  ensure(
    a.length === b.length && first === -1,
    `the charts ${when} differ: ${a.length} and ${b.length} units, first ${a[first] ?? '-'} and ${b[first] ?? '-'}`,
  );
}
