import { randomUUID } from 'node:crypto';
import { OURS, type BenchContext, type Row } from './bench-context.js';
import { openCastore } from './castore.contender.js';
import type { Contender, StreamState } from './contender.js';
import { openEmmett } from './emmett.contender.js';
import { openMessageDb } from './message-db.contender.js';
import { ensure, interleave, type Contestant } from './rounds.js';
import { sampleEvents } from './sample-events.js';
import type { SyntheticChange } from './synthetic-organisation.js';

const UNITS_PER_WRITER = 25;
const WRITERS = [1, 4, 16];

/** One change, durable, with 1, 4 and 16 writers that wait for each answer: ours fully validated through the command bus, theirs one event appended. */
export async function oneChange(context: BenchContext): Promise<Row[]> {
  const events = await sampleEvents(context, { units: 60, changes: 200 });
  const contenders: Contender[] = [
    await openEmmett(await context.instance.createDatabase('one_emmett')),
    await openMessageDb(await context.instance.createDatabase('one_messagedb')),
    await openCastore(await context.instance.createDatabase('one_castore')),
  ];
  const stored = new Map<string, number>();
  const ours = await openOurs(context);
  const rows: Row[] = [];
  for (const writers of WRITERS) {
    const contestants: Contestant[] = contenders.map((contender) => {
      const streams = Array.from({ length: writers * UNITS_PER_WRITER }, (): StreamState => ({
        id: randomUUID(),
        length: 0,
      }));
      return {
        name: contender.name,
        run: async () => {
          const { done, rate } = await race(context.sliceMs, writers, (writer, turn) =>
            contender.appendOne(
              streams[writer * UNITS_PER_WRITER + (turn % UNITS_PER_WRITER)]!,
              events[turn % events.length]!,
            ),
          );
          stored.set(contender.name, (stored.get(contender.name) ?? 0) + done);
          return rate;
        },
      };
    });
    if (ours) {
      contestants.unshift({
        name: OURS,
        run: async () => {
          const { done, rate } = await race(context.sliceMs, writers, (writer, turn) =>
            ours.rename(writer, turn),
          );
          ours.acknowledged += done;
          return rate;
        },
      });
    }
    const samples = await interleave(contestants, context.rounds);
    rows.push({
      what: `one change, durable, ${writers} ${writers === 1 ? 'writer' : 'writers'}`,
      unit: 'changes/s',
      samples,
    });
    context.say(
      `one change, ${writers} writers: ${samples.map((s) => `${s.name} ${s.median.toFixed(0)}/s`).join(', ')}`,
    );
  }
  for (const contender of contenders) {
    ensure(
      (await contender.count()) === stored.get(contender.name),
      `${contender.name} stores another number of events than it acknowledged.`,
    );
    await contender.checkOrder();
    await contender.close();
  }
  await ours?.check();
  return rows.map((row) => ({
    ...row,
    goals: [
      { ours: OURS, against: 'Emmett', factor: 1.5 },
      { ours: OURS, against: 'message-db', factor: 1 },
    ],
  }));
}

/** Keeps `writers` busy for a slice, each waiting for its answer before it goes on. */
async function race(
  sliceMs: number,
  writers: number,
  act: (writer: number, turn: number) => Promise<unknown>,
): Promise<{ done: number; rate: number }> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; performance.now() - start < sliceMs; turn++) {
        await act(writer, turn);
        done++;
      }
    }),
  );
  return { done, rate: (done * 1000) / (performance.now() - start) };
}

interface OurWriters {
  rename(writer: number, turn: number): Promise<void>;
  acknowledged: number;
  check(): Promise<void>;
}

async function openOurs({ subject }: BenchContext): Promise<OurWriters | undefined> {
  if (!subject) return undefined;
  const organisation = await subject.openOrganisation('one-change');
  const units = Math.max(...WRITERS) * UNITS_PER_WRITER;
  const lines: SyntheticChange[] = [{ kind: 'establish', on: '2000-01-01', unit: unitOf('root', null) }];
  for (let i = 0; i < units; i++)
    lines.push({ kind: 'establish', on: '2000-01-02', unit: unitOf(`u${i}`, 'root') });
  const { position } = await organisation.importLines(lines.map((line) => JSON.stringify(line)));
  let names = 0;
  const positions = new Set<number>();
  const ours: OurWriters = {
    acknowledged: 0,
    async rename(writer, turn) {
      const unit = `u${writer * UNITS_PER_WRITER + (turn % UNITS_PER_WRITER)}`;
      const number = ++names;
      const on = new Date(Date.UTC(2001, 0, 1 + (number % 9000))).toISOString().slice(0, 10);
      positions.add(
        await organisation.recordOne({ kind: 'rename', on, unit, name: `Enhet ${number}` }, randomUUID()),
      );
    },
    async check() {
      const last = position + ours.acknowledged;
      ensure(positions.size === ours.acknowledged, 'two acknowledged changes have the same position.');
      for (let each = position + 1; each <= last; each++)
        ensure(positions.has(each), `no acknowledged change has position ${each}.`);
      ensure(
        (await organisation.verify()) === last,
        'the ledger holds another number of events than were acknowledged.',
      );
    },
  };
  return ours;
}

function unitOf(
  key: string,
  parent: string | null,
): { key: string; name: string; type: string; parent: string | null; codes: Record<string, string> } {
  return { key, name: `Enhet ${key}`, type: 'enhet', parent, codes: {} };
}
