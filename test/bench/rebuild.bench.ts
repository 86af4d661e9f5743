import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { askedOrganisations } from './asked-organisation.js';
import { OURS, type BenchContext, type Row } from './bench-context.js';
import { copyEvents, copyTables, type CopiedTables } from './copy-floor.js';
import { openEmmett } from './emmett.contender.js';
import { ensure, interleave, timed, type Contestant } from './rounds.js';
import { sampleEvents } from './sample-events.js';

const EMMETT = 'Emmett';
const COPY = 'COPY of the same rows';

/** All read models built anew from the ledger. Emmett rebuilds from fewer events, since the rate is what is compared. */
export async function rebuild(context: BenchContext): Promise<Row[]> {
  const emmett = await openEmmett(await context.instance.createDatabase('rebuild_emmett'));
  const events = await sampleEvents(context, {
    units: Math.ceil(context.sizes.emmettRebuild / 3),
    changes: context.sizes.emmettRebuild,
  });
  for (let start = 0; start < events.length; start += 10)
    await emmett.appendBatch(randomUUID(), events.slice(start, start + 10));
  const contestants: Contestant[] = [
    {
      name: EMMETT,
      run: async (round) => {
        let handled = 0;
        const took = await timed(async () => (handled = await emmett.rebuild(`rebuilt${round + 1}`)));
        ensure(handled === events.length, `Emmett's rebuild handled ${handled} of ${events.length} events.`);
        return (events.length * 1000) / took;
      },
    },
  ];

  const { subject } = context;
  const organisation = (await askedOrganisations(context)).at(-1)!;
  const { ours } = organisation;
  let tables: CopiedTables | undefined;
  let pool: pg.Pool | undefined;
  const stored = organisation.sql.lines;
  if (subject && ours) {
    const copied = (tables = await copyTables(subject.database, ours.factTables()));
    const { at, knownAt } = await organisation.timesAt('2020-02-29');
    const answer = async () => JSON.stringify(ours.unitsOf(await ours.chart(at, knownAt)));
    const before = await answer();
    contestants.push(
      {
        name: OURS,
        run: async () => {
          let result = { events: 0 };
          const took = await timed(async () => (result = await ours.rebuild()));
          ensure(result.events >= stored, `the rebuild read ${result.events} of ${stored} events.`);
          ensure((await answer()) === before, 'a rebuild changed an answer.');
          return (result.events * 1000) / took;
        },
      },
      { name: COPY, run: async () => ((stored + 1) * 1000) / (await copied.refill()) },
    );
  } else {
    const copying = (pool = new pg.Pool({
      connectionString: (await context.instance.createDatabase('rebuild_copy')).url,
      max: 1,
    }));
    contestants.push({
      name: COPY,
      run: async () => (events.length * 1000) / (await copyEvents(copying, events)),
    });
  }
  const samples = await interleave(contestants, context.rounds);
  const rows = tables?.rows;
  await tables?.close();
  await pool?.end();
  await emmett.close();
  context.say(`rebuild: ${samples.map((s) => `${s.name} ${s.median.toFixed(0)}/s`).join(', ')}`);
  return [
    {
      what: `rebuild of all read models from ${stored.toLocaleString('en')} events`,
      unit: 'events/s',
      samples,
      goals: [
        { ours: OURS, against: EMMETT, factor: 100 },
        { ours: OURS, against: COPY, factor: 0.25 },
      ],
      notes: [
        `Emmett rebuilds one document a stream from ${events.length.toLocaleString('en')} events, under a new projection name each round: rebuilding the same one twice leaves it empty in 0.42.0.`,
        ...(rows === undefined
          ? []
          : [
              `COPY of the ${rows.toLocaleString('en')} rows of the read model into the same tables with the same indexes, given as events a second of the ledger they stand for.`,
            ]),
      ],
    },
  ];
}
