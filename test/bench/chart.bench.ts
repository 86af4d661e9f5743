import { OURS, type BenchContext, type Row } from './bench-context.js';
import {
  askedOrganisations,
  ensureSameChart,
  type AskedOrganisation,
  type Times,
} from './asked-organisation.js';
import { fetchAll } from './loopback.js';
import { ensure, interleave, medianOf, timed, type Contestant } from './rounds.js';

const FLOOR = 'JSON.stringify of the answer';
const BY_INDEX = 'recursive CTE by index';
const BY_SELECTION = 'recursive CTE over a selection';

/** The whole organisation on any date as known at any time; cold is a pair of times never asked before, warm the same again. */
export async function wholeChart(context: BenchContext): Promise<Row[]> {
  const rows: Row[] = [];
  for (const organisation of await askedOrganisations(context))
    rows.push(await chartOf(context, organisation));
  return rows;
}

async function chartOf(context: BenchContext, organisation: AskedOrganisation): Promise<Row> {
  const { ours, sql, label } = organisation;
  const check = await organisation.freshTimes();
  const reference = sql.unitsOf(await sql.chartBySelection(check.at, check.line));
  ensureSameChart(
    sql.unitsOf(await sql.chartByIndex(check.at, check.line)),
    reference,
    `of the two recursive CTEs on ${check.at}`,
  );
  if (ours) await sameAsOurs(organisation);

  const contestants: Contestant[] = [
    { name: BY_INDEX, run: () => onFreshTimes(organisation, ({ at, line }) => sql.chartByIndex(at, line)) },
    {
      name: BY_SELECTION,
      run: () => onFreshTimes(organisation, ({ at, line }) => sql.chartBySelection(at, line)),
    },
  ];
  let answer: unknown = reference;
  if (ours && context.subject) {
    const { baseUrl } = context.subject;
    const exported = ({ at, knownAt }: Times): Promise<Buffer> =>
      fetchAll(baseUrl + ours.exportPath(at, knownAt));
    const queried = ({ at, knownAt }: Times): Promise<Buffer> =>
      fetchAll(`${baseUrl}/graphql`, ours.chartRequest(at, knownAt));
    answer = JSON.parse((await exported(check)).toString('utf8'));
    ensure(
      ours.unitsInResponse((await queried(check)).toString('utf8')) === reference.length,
      'GraphQL answers another number of units.',
    );
    contestants.push(
      {
        name: `${OURS}, cold`,
        run: () => onFreshTimes(organisation, ({ at, knownAt }) => ours.chart(at, knownAt)),
      },
      { name: `${OURS}, warm`, run: () => medianOf(3, () => ours.chart(check.at, check.knownAt)) },
      { name: `${OURS} /export, cold`, run: () => onFreshTimes(organisation, exported) },
      { name: `${OURS} /export, warm`, run: () => medianOf(3, () => exported(check)) },
      { name: `${OURS} GraphQL, cold`, run: () => onFreshTimes(organisation, queried) },
      { name: `${OURS} GraphQL, warm`, run: () => medianOf(3, () => queried(check)) },
    );
  }
  contestants.push({ name: FLOOR, run: () => medianOf(3, () => Promise.resolve(JSON.stringify(answer))) });
  const samples = await interleave(contestants, context.rounds);
  context.say(`chart of ${label}: ${samples.map((s) => `${s.name} ${s.median.toFixed(0)} ms`).join(', ')}`);
  const quickestCte = [...samples]
    .filter(({ name }) => name === BY_INDEX || name === BY_SELECTION)
    .sort((a, b) => a.median - b.median)[0]!.name;
  return {
    what: `chart of the whole organisation (${label})`,
    unit: 'ms',
    samples,
    goals: [
      { ours: `${OURS}, cold`, against: quickestCte, factor: 1 / 3 },
      { ours: `${OURS} /export, cold`, against: FLOOR, factor: 2 },
      { ours: `${OURS} GraphQL, warm`, against: FLOOR, factor: 1.5 },
      { ours: `${OURS} GraphQL, cold`, against: FLOOR, factor: 4 },
    ],
    notes: [
      `${reference.length.toLocaleString('en')} units in the chart checked, ${(JSON.stringify(answer).length / 1e6).toFixed(1)} MB of JSON; ${(await sql.size()).toLocaleString('en')} rows in the temporal table.`,
      'Cold: a pair of times never asked before. Warm: the same pair again. The SQL is timed until the rows are objects in Node; ours by the query bus likewise, /export and GraphQL until the last byte over loopback HTTP.',
    ],
  };
}

/** Two questions that nobody has asked; the mean. The times are found before the clock starts. */
async function onFreshTimes(
  organisation: AskedOrganisation,
  ask: (times: Times) => Promise<unknown>,
): Promise<number> {
  const first = await organisation.freshTimes();
  const second = await organisation.freshTimes();
  return ((await timed(() => ask(first))) + (await timed(() => ask(second)))) / 2;
}

/** The oracle: our chart and SQL by hand agree at several points of both axes. */
async function sameAsOurs(organisation: AskedOrganisation): Promise<void> {
  const { ours, sql } = organisation;
  for (let i = 0; ours && i < 3; i++) {
    const { at, line, knownAt } = await organisation.freshTimes();
    ensureSameChart(
      ours.unitsOf(await ours.chart(at, knownAt)),
      sql.unitsOf(await sql.chartBySelection(at, line)),
      `on ${at} as known at line ${line}`,
    );
  }
}
