import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChronicleModule, Timelines } from '#chronicle';
import type { Database } from '#database';
import { chronicleEventTypes, PostgresLedgerStore } from '#ledger';
import { inlineProjection } from '#projections';
import { PostgresScenarioStore } from '#scenarios';
import { withDatabase } from './with-database.js';

/** The chronicle over the database of the environment. */
export interface Session {
  readonly database: Database;
  readonly ledger: PostgresLedgerStore;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly timelines: Timelines;
}

/** Opens the database, with commands and queries over it, and closes it when the work is done. */
export function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  return withDatabase((database) => withChronicle(database, work));
}

/** Commands and queries over an open database, for as long as the work lasts. */
export async function withChronicle<T>(
  database: Database,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const pool = database.pool();
  const ledger = new PostgresLedgerStore(pool, chronicleEventTypes);
  const stores = { ledger, scenarios: new PostgresScenarioStore(pool) };
  const app = await NestFactory.createApplicationContext(ChronicleModule.over(stores, inlineProjection), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work({
      database,
      ledger,
      commands: app.get(CommandBus),
      queries: app.get(QueryBus),
      timelines: app.get(Timelines),
    });
  } finally {
    await app.close();
  }
}
