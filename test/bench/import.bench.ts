import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { OURS, type BenchContext, type Row } from './bench-context.js';
import { copyEvents } from './copy-floor.js';
import { openEmmett } from './emmett.contender.js';
import { ensure, interleave, timed, type Contestant } from './rounds.js';
import { sampleEvents } from './sample-events.js';
import { syntheticLines, type SyntheticSize } from './synthetic-organisation.js';

const BATCH = 100;

/** Import of a file of changes with full validation, beside the bare storing of the same events. */
export async function importOfChanges(context: BenchContext): Promise<Row[]> {
  const count = context.sizes.importLines;
  const size: SyntheticSize = { units: Math.ceil(count / 5), changes: count, seed: 7 };
  const events = await sampleEvents(context, size);
  const emmett = await openEmmett(await context.instance.createDatabase('import_emmett'));
  const pool = new pg.Pool({
    connectionString: (await context.instance.createDatabase('import_copy')).url,
    max: 1,
  });
  let appended = 0;

  const contestants: Contestant[] = [
    {
      name: 'Emmett, batches of 100',
      run: async () => {
        const stream = randomUUID();
        const took = await timed(async () => {
          for (let start = 0; start < events.length; start += BATCH)
            await emmett.appendBatch(stream, events.slice(start, start + BATCH));
        });
        appended += events.length;
        return (events.length * 1000) / took;
      },
    },
    { name: 'COPY', run: async () => (events.length * 1000) / (await copyEvents(pool, events)) },
  ];
  const { subject } = context;
  if (subject) {
    const lines = [...syntheticLines(size)];
    contestants.unshift({
      name: OURS,
      run: async (round) => {
        const organisation = await subject.openOrganisation(`import-${round + 1}`);
        const before = await organisation.verify();
        let result = { recorded: 0, position: 0 };
        const took = await timed(async () => (result = await organisation.importLines(lines)));
        ensure(
          result.recorded === lines.length,
          `${result.recorded} of ${lines.length} lines were recorded.`,
        );
        ensure(
          (await organisation.verify()) === before + lines.length,
          'the ledger holds another number of events than lines.',
        );
        return (lines.length * 1000) / took;
      },
    });
  }
  const samples = await interleave(contestants, context.rounds);
  ensure((await emmett.count()) === appended, 'Emmett stores another number of events than it acknowledged.');
  await emmett.checkOrder();
  await emmett.close();
  await pool.end();
  context.say(`import: ${samples.map((s) => `${s.name} ${s.median.toFixed(0)}/s`).join(', ')}`);
  const bytes = events.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0) / events.length;
  return [
    {
      what: `import of ${count.toLocaleString('en')} changes`,
      unit: 'changes/s',
      samples,
      goals: [
        { ours: OURS, against: 'Emmett, batches of 100', factor: 1 },
        { ours: OURS, against: 'COPY', factor: 0.15 },
      ],
      notes: [
        `${bytes.toFixed(0)} bytes of event data a change; COPY into one table with a primary key, without validation, facts or chain.`,
      ],
    },
  ];
}
