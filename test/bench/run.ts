import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeAskedOrganisations } from './asked-organisation.js';
import { asking } from './asking.bench.js';
import type { Bench, BenchContext, Row, Sizes } from './bench-context.js';
import { wholeChart } from './chart.bench.js';
import { importOfChanges } from './import.bench.js';
import { startInstance } from './instance.js';
import { closeConnections } from './loopback.js';
import { oneChange } from './one-change.bench.js';
import { rebuild } from './rebuild.bench.js';
import { limitsOf, verdicts, writeReport } from './report.js';
import { scenarios } from './scenario.bench.js';
import type { StartSubject } from './subject.js';

const BENCHES: Readonly<Record<string, Bench>> = {
  'one-change': oneChange,
  import: importOfChanges,
  chart: wholeChart,
  asking,
  scenario: scenarios,
  rebuild,
};

interface Profile {
  readonly sizes: Sizes;
  readonly rounds: number;
  readonly sliceMs: number;
}

/** The same scenario on organisations of several sizes and histories: it must not cost more for that. */
const PLANNED = [
  { units: 5_000, changes: 5_000 },
  { units: 20_000, changes: 100_000 },
  { units: 100_000, changes: 100_000 },
];

const PROFILES: Readonly<Record<'quick' | 'default' | 'full', Profile>> = {
  quick: {
    rounds: 2,
    sliceMs: 250,
    sizes: {
      organisations: [{ units: 1_000, changes: 4_000 }],
      planned: [{ units: 1_000, changes: 4_000 }],
      simulated: 100,
      importLines: 1_000,
      emmettRebuild: 200,
    },
  },
  default: {
    rounds: 5,
    sliceMs: 1_500,
    sizes: {
      organisations: [{ units: 20_000, changes: 100_000 }],
      planned: PLANNED,
      simulated: 1_000,
      importLines: 10_000,
      emmettRebuild: 1_000,
    },
  },
  full: {
    rounds: 5,
    sliceMs: 2_000,
    sizes: {
      organisations: [
        { units: 20_000, changes: 200_000 },
        { units: 100_000, changes: 1_000_000 },
      ],
      planned: PLANNED,
      simulated: 1_000,
      importLines: 20_000,
      emmettRebuild: 1_500,
    },
  },
};

const HELP = `npm run bench [-- --quick | --full] [--only NAME,NAME] [--contenders-only] [--no-report]

  --quick            small sizes and two rounds: a smoke test, writes nothing to docs
  --full             100,000 units and 1,000,000 changes as well
  --only             of ${Object.keys(BENCHES).join(', ')}; writes nothing to docs
  --contenders-only  without the product
  --no-report        writes no files
`;

/** Runs the benches on one PostgreSQL and writes down what they found; answers the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      'contenders-only': { type: 'boolean', default: false },
      'no-report': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const profile = values.quick ? 'quick' : values.full ? 'full' : 'default';
  const names = values.only?.split(',') ?? Object.keys(BENCHES);
  const unknown = names.find((name) => !BENCHES[name]);
  if (unknown !== undefined)
    throw new Error(`There is no bench ${unknown}; there are ${Object.keys(BENCHES).join(', ')}.`);
  const started = Date.now();
  const say = (line: string): void =>
    void process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);

  const instance = await startInstance();
  try {
    say(`PostgreSQL ${instance.version}, profile ${profile}`);
    const start = values['contenders-only'] ? undefined : await productStarter();
    if (!start) say('without the product: contenders only');
    const subject = start && (await start(await instance.createDatabase('kronika')));
    const rows: Row[] = [];
    const context: BenchContext = { instance, subject, say, ...PROFILES[profile] };
    try {
      for (const name of names) {
        await instance.checkpoint();
        rows.push(...(await BENCHES[name]!(context)));
      }
    } finally {
      await closeAskedOrganisations(context);
      closeConnections();
      await subject?.stop();
    }
    for (const row of rows)
      for (const { ours, most, measured, hit } of limitsOf(row))
        if (!hit) say(`missed: ${row.what}: ${ours} takes ${measured.toFixed(0)} ms, wanted ${most} ms`);
    for (const row of rows)
      for (const verdict of verdicts(row))
        if (!verdict.hit)
          say(
            `missed: ${row.what}: ${verdict.ours} is ${verdict.ratio.toFixed(2)} × ${verdict.against}, wanted ${verdict.factor.toFixed(2)}`,
          );
    if (!values['no-report']) {
      const conditions = {
        profile,
        startedAt: new Date(started).toISOString(),
        seconds: (Date.now() - started) / 1000,
        rounds: PROFILES[profile].rounds,
        sliceMs: PROFILES[profile].sliceMs,
        postgres: instance.version,
        settings: instance.settings,
      };
      const whole = subject !== undefined && profile !== 'quick' && values.only === undefined;
      writeReport(
        conditions,
        rows,
        whole
          ? undefined
          : { json: 'test/bench/results/partial.json', markdown: 'test/bench/results/partial.md' },
      );
      say(
        `written to ${whole ? 'docs/benchmarks.md and test/bench/results/latest.json' : 'test/bench/results/partial.md'}`,
      );
    }
    return 0;
  } finally {
    await instance.stop();
  }
}

/** The product's side lies in `kronika.subject.ts`. */
async function productStarter(): Promise<StartSubject | undefined> {
  const file = new URL('./kronika.subject.js', import.meta.url);
  if (!existsSync(file)) return undefined;
  return ((await import(file.href)) as { startKronika: StartSubject }).startKronika;
}

process.exitCode = await main();
