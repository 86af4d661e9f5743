import { Readable } from 'node:stream';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { startServer } from '../../apps/api/src/index.js';
import {
  COMMAND_OF,
  FindUnit,
  ReadChart,
  ReadHistory,
  ReadLineage,
  ReadOrganisation,
  RegisterOrganisation,
  Timelines,
  type OrganisationReading,
} from '#chronicle';
import { migrate, openDatabase } from '#database';
import { importFile } from '#interchange';
import { chronicleEventTypes, PostgresLedgerStore, verifyLedger } from '#ledger';
import { rebuild, verifyReadModel } from '#projections';
import { parseDraft, type ChartUnit as Box, type Unit, type UnitId } from '#structure';
import type { Position } from '#temporal';
import { planScenario } from './kronika-scenario.js';
import type { ChartUnit, StartSubject, SubjectOrganisation } from './subject.js';

const ACTOR = 'bench';
const FIELDS = 'id key name type parentId parentKey codes { scheme value } path since';

/** The product, in this process, over a database of the bench. */
export const startKronika: StartSubject = async (database) => {
  const opened = await openDatabase({
    dataDir: database.dataDir,
    name: database.name,
    connections: 16,
    quiet: true,
  });
  await migrate(opened);
  const server = await startServer({ port: 0, host: '127.0.0.1', database: opened });
  const commands = server.context.get(CommandBus, { strict: false });
  const queries = server.context.get(QueryBus, { strict: false });
  const timelines = server.context.get(Timelines, { strict: false });
  const ledger = new PostgresLedgerStore(opened.pool(), chronicleEventTypes);

  async function openOrganisation(slug: string): Promise<SubjectOrganisation> {
    const registered = await commands.execute(new RegisterOrganisation(slug, slug, { actor: ACTOR }));
    if (registered.outcome === 'refused') throw new Error(JSON.stringify(registered.refusals));
    const { organisation } = registered;
    const read = (at: string, knownAt?: string) =>
      queries.execute(new ReadOrganisation(slug, { at, knownAt }));
    const unitOf = async (reading: OrganisationReading, key: string): Promise<Unit> => {
      const unit = await queries.execute(new FindUnit(reading, key));
      if (unit === null) throw new Error(`No unit ${key}`);
      return unit;
    };
    const keyOf = (box: Box): string => box.code('import') ?? box.id;
    return {
      async importLines(lines) {
        const source = Readable.from(inChunks(lines));
        const result = await importFile({ commands, timelines }, source, {
          organisation: slug,
          actor: ACTOR,
        });
        if (result.errors.length > 0) throw new Error(JSON.stringify(result.errors[0]));
        return { recorded: result.recorded, position: result.position };
      },
      async recordOne(change, idempotencyKey) {
        const draft = parseDraft({ ...change });
        if (!draft.ok) throw new Error(JSON.stringify(draft.rejections));
        const command = new COMMAND_OF[change.kind](slug, [draft.draft], {
          actor: ACTOR,
          idempotencyKey,
          confirmed: 'all',
        });
        const outcome = await commands.execute(command);
        if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
        return outcome.position;
      },
      async knownAtOf(line) {
        const times = await ledger.timesAt(organisation.id, (line + 1) as Position);
        if (times === null) throw new Error(`No event for line ${line}`);
        return times.knownAt;
      },
      async chart(at, knownAt, rootKey) {
        const reading = await read(at, knownAt);
        const root = rootKey === undefined ? undefined : await unitOf(reading, rootKey);
        return queries.execute(new ReadChart(reading, root === undefined ? {} : { root }));
      },
      unitsOf: (chart) =>
        (chart as readonly Box[]).map((box): ChartUnit => ({
          key: keyOf(box),
          name: box.name,
          type: box.type,
          parentKey: box.above === null ? null : keyOf(box.above),
        })),
      async history(key, knownAt) {
        const reading = await read('2026-01-01', knownAt);
        return (await queries.execute(new ReadHistory(reading, await unitOf(reading, key)))).length;
      },
      async predecessors(key, generations, knownAt) {
        const reading = await read('2026-01-01', knownAt);
        const steps = await queries.execute(
          new ReadLineage(reading, await unitOf(reading, key), { direction: 'back', generations }),
        );
        return steps.map(({ from }) => keyIn(reading, from.id));
      },
      exportPath: (at, knownAt) =>
        `/export/${slug}/chart?at=${at}&knownAt=${encodeURIComponent(knownAt)}&format=json`,
      chartRequest: (at, knownAt) => ({
        query: `query ($slug: String!, $at: Date!, $knownAt: Instant!) {
          organisation(slug: $slug, at: $at, knownAt: $knownAt) { chart { ${FIELDS} } }
        }`,
        variables: { slug, at, knownAt },
      }),
      unitsInResponse(body) {
        const answer = JSON.parse(body) as {
          errors?: unknown;
          data?: { organisation: { chart: unknown[] } };
        };
        if (answer.errors !== undefined || answer.data === undefined) throw new Error(body.slice(0, 1000));
        return answer.data.organisation.chart.length;
      },
      plan: (lines) => planScenario(server, slug, lines),
      rebuild: () => rebuild(opened),
      factTables: () => [
        { table: 'read_model.fact', where: `organisation_id = '${organisation.id}'` },
        { table: 'read_model.lineage', where: `organisation_id = '${organisation.id}'` },
        { table: 'read_model.change', where: `organisation_id = '${organisation.id}'` },
      ],
      async storedEvents(limit) {
        const events = await ledger.read(organisation.id, 1 as Position, limit);
        return events.map(({ type, data }) => ({ type, data }));
      },
      async verify() {
        const chain = await verifyLedger(ledger, organisation.id);
        if (!chain.ok) throw new Error(JSON.stringify(chain));
        const model = await verifyReadModel(opened, organisation.id);
        if (!model.ok) throw new Error(JSON.stringify(model));
        return model.events;
      },
    };
  }

  return {
    database,
    baseUrl: server.url,
    openOrganisation,
    async stop() {
      await server.close();
      await opened.close();
    },
  };
};

function keyIn({ timeline }: OrganisationReading, id: string): string {
  const unit = timeline.units.get(id as UnitId);
  return unit?.codes.get('import')?.all()[0]?.value ?? id;
}

function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < 65_536) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(chunk);
}
