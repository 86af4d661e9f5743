/**
 * A server process for tests that kill it: opens the database named in its arguments (data folder, name), takes one
 * request a line from stdin and answers each with a line on stdout, in the order in which they are done.
 *
 *     {"id":1,"record":{"slug","key","line"}}  →  {"id":1,"outcome":{...}}
 *     {"id":2,"import":{"slug","lines"}}       →  {"id":2,"outcomes":["recorded", ...]}
 *     {"id":4,"plan":{"slug","scenario","key","does","lines"}} →  {"id":4,"outcome":{...}}
 *     {"id":3,"rebuild":true}                  →  {"id":3,"progress":n} ... {"id":3,"events":n}
 */
import { createInterface } from 'node:readline';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import {
  AdoptScenario,
  ChronicleModule,
  COMMAND_OF,
  CreateScenario,
  ImportChanges,
  RedoStep,
  SimulateChanges,
  UndoStep,
} from '../../dist/libs/chronicle/src/index.js';
import { openDatabase } from '../../dist/libs/database/src/index.js';
import { chronicleEventTypes, PostgresLedgerStore } from '../../dist/libs/ledger/src/index.js';
import { inlineProjection, rebuild } from '../../dist/libs/projections/src/index.js';
import { PostgresScenarioStore } from '../../dist/libs/scenarios/src/index.js';
import { parseDraft } from '../../dist/libs/structure/src/index.js';

const [dataDir, name] = process.argv.slice(2);
const database = await openDatabase({ dataDir, name, quiet: true, durable: false });
const ledger = new PostgresLedgerStore(database.pool(), chronicleEventTypes);
const stores = { ledger, scenarios: new PostgresScenarioStore(database.pool()) };
const context = await NestFactory.createApplicationContext(ChronicleModule.over(stores, inlineProjection), {
  logger: false,
});
const commands = context.get(CommandBus);

async function answer({ id, record, plan, import: imported, rebuild: rebuilding }) {
  if (record) return { id, outcome: await recorded(record) };
  if (plan) return { id, outcome: await commands.execute(planned(plan)) };
  if (imported) return { id, outcomes: await importedLines(imported) };
  if (!rebuilding) throw new Error('Nothing is asked for.');
  const { events } = await rebuild(database, { onProgress: ({ done }) => say({ id, progress: done }) });
  return { id, events };
}

function recorded({ slug, key, line }) {
  const Intention = COMMAND_OF[line.kind];
  const terms = { actor: 'registrar', idempotencyKey: key, confirmed: 'all' };
  return commands.execute(new Intention(slug, [draftOf(line)], terms));
}

function planned({ slug, scenario, key, does, lines }) {
  const terms = { actor: 'planner', idempotencyKey: key, confirmed: 'all' };
  switch (does) {
    case 'create':
      return new CreateScenario({ organisation: slug, name: key }, terms);
    case 'step':
      return new SimulateChanges(scenario, [lines.map(draftOf)], terms);
    case 'undo':
      return new UndoStep(scenario, terms);
    case 'redo':
      return new RedoStep(scenario, terms);
    default:
      return new AdoptScenario(scenario, {}, terms);
  }
}

async function importedLines({ slug, lines }) {
  const sets = lines.map((line) => ({ drafts: [{ ...draftOf(line), digest: JSON.stringify(line) }] }));
  const terms = { actor: 'registrar', keyScheme: 'import', backdate: false };
  const outcomes = await commands.execute(new ImportChanges(slug, sets, terms));
  return outcomes.map(({ outcome }) => outcome);
}

function draftOf(line) {
  const parsed = parseDraft(line);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
  return parsed.draft;
}

function say(said) {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

say({ id: 0 });
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const request = JSON.parse(line);
    void answer(request).then(say, (error) => say({ id: request.id, fault: String(error) }));
  })
  .on('close', () => void context.close().then(() => database.close()));
