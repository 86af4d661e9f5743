import { askedOrganisations, ensureSameChart, type AskedOrganisation } from './asked-organisation.js';
import { OURS, type BenchContext, type Row } from './bench-context.js';
import { ensure, interleave, medianOf, type Contestant } from './rounds.js';

const SQL = 'SQL by hand';
const GENERATIONS = 10;
const REPEATS = 20;
const WANTED_SUBTREE = 2000;

interface Question {
  readonly what: string;
  readonly repeats: number;
  ours(knownAt: string): Promise<unknown>;
  sql(line: number): Promise<unknown>;
}

/** A subtree, one unit's history and a long lineage, at the newest knowledge and at an old one, beside SQL by hand. */
export async function asking(context: BenchContext): Promise<Row[]> {
  const rows: Row[] = [];
  for (const organisation of await askedOrganisations(context)) {
    for (const question of await questions(organisation))
      rows.push(await ask(context, organisation, question));
  }
  return rows;
}

async function ask(context: BenchContext, organisation: AskedOrganisation, question: Question): Promise<Row> {
  const at = '2024-06-01';
  const newest = await organisation.timesAt(at);
  const old = await organisation.timesAt(at, Math.floor((organisation.size.units + newest.line) / 2));
  const contestants: Contestant[] = [
    { name: SQL, run: () => medianOf(question.repeats, () => question.sql(newest.line)) },
    {
      name: `${SQL}, known earlier`,
      run: () => medianOf(question.repeats, () => question.sql(old.line)),
    },
  ];
  if (organisation.ours) {
    contestants.push(
      { name: OURS, run: () => medianOf(question.repeats, () => question.ours(newest.knownAt)) },
      {
        name: `${OURS}, known earlier`,
        run: () => medianOf(question.repeats, () => question.ours(old.knownAt)),
      },
    );
  }
  const samples = await interleave(contestants, context.rounds);
  const what = `${question.what} (${organisation.label})`;
  context.say(`${what}: ${samples.map((s) => `${s.name} ${s.median.toFixed(2)} ms`).join(', ')}`);
  return {
    what,
    unit: 'ms',
    samples,
    notes: [
      `Known earlier: as of line ${old.line.toLocaleString('en')} of ${newest.line.toLocaleString('en')}. Each question is put ${question.repeats} times a round, the median counts.`,
    ],
    goals: [
      { ours: OURS, against: SQL, factor: 1 },
      { ours: `${OURS}, known earlier`, against: OURS, factor: 2 },
    ],
  };
}

async function questions(organisation: AskedOrganisation): Promise<Question[]> {
  const { ours, sql, size } = organisation;
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The product is not there to be asked.');
    return value;
  };
  const dates = Array.from({ length: 400 }, (_, i) =>
    new Date(Date.UTC(2015, 0, 1 + i * 8)).toISOString().slice(0, 10),
  );
  let asked = 0;
  const freshDate = (): string => dates[asked++ % dates.length]!;
  const subtree = await subtreeRoot(organisation);
  let visited = 0;
  const nextUnit = (): string => `u${(visited++ * 7919) % size.units}`;
  const longest = await longestLineage(organisation);

  if (ours) {
    const { at, line, knownAt } = await organisation.timesAt('2022-03-01');
    ensureSameChart(
      ours.unitsOf(await ours.chart(at, knownAt, subtree.key)).map(rootless(subtree.key)),
      sql.unitsOf(await sql.chartByIndex(at, line, subtree.key)).map(rootless(subtree.key)),
      `below ${subtree.key}`,
    );
    ensure((await ours.history(nextUnit(), knownAt)) > 0, 'a unit has no history.');
    const [mine, theirs] = [
      await ours.predecessors(longest.key, GENERATIONS, knownAt),
      await sql.predecessors(longest.key, GENERATIONS, line),
    ];
    ensure(
      [...mine].sort().join() === [...theirs].sort().join(),
      `the lineage of ${longest.key} differs: ${mine.join()} and ${theirs.join()}`,
    );
  }
  return [
    {
      what: `subtree of ${subtree.units.toLocaleString('en')} units`,
      repeats: 5,
      ours: (knownAt) => need(ours).chart(freshDate(), knownAt, subtree.key),
      sql: (line) => sql.chartByIndex(freshDate(), line, subtree.key),
    },
    {
      what: "one unit's history",
      repeats: REPEATS,
      ours: (knownAt) => need(ours).history(nextUnit(), knownAt),
      sql: (line) => sql.history(nextUnit(), line),
    },
    {
      what: `lineage back through ${longest.generations} generations`,
      repeats: REPEATS,
      ours: (knownAt) => need(ours).predecessors(longest.key, GENERATIONS, knownAt),
      sql: (line) => sql.predecessors(longest.key, GENERATIONS, line),
    },
  ];
}

/** What stands above the subtree's root is not part of it. */
function rootless(root: string) {
  return <T extends { readonly key: string; readonly parentKey: string | null }>(unit: T): T =>
    unit.key === root ? { ...unit, parentKey: null } : unit;
}

/** The unit whose subtree is nearest to the wanted number of units. */
async function subtreeRoot({ sql, size }: AskedOrganisation): Promise<{ key: string; units: number }> {
  let best = { key: 'u0', units: size.units };
  for (let i = 1; i < Math.min(73, size.units); i++) {
    const units = (await sql.chartByIndex('2022-03-01', sql.lines, `u${i}`)).length;
    if (Math.abs(units - WANTED_SUBTREE) < Math.abs(best.units - WANTED_SUBTREE))
      best = { key: `u${i}`, units };
  }
  return best;
}

async function longestLineage({ sql }: AskedOrganisation): Promise<{ key: string; generations: number }> {
  for (let length = 14; length > 0; length--) {
    try {
      const found = await sql.predecessors(`chain0-${length}`, GENERATIONS, sql.lines);
      return { key: `chain0-${length}`, generations: found.length };
    } catch {
      continue;
    }
  }
  throw new Error('The synthetic organisation has no lineage.');
}
