import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChronicleModule, Timelines } from '#chronicle';
import { migrate, openDatabase, type Database } from '#database';
import { chronicleEventTypes, PostgresLedgerStore } from '#ledger';
import { inlineProjection } from '#projections';

/** The chronicle over the database of the environment. */
export interface Session {
  readonly database: Database;
  readonly ledger: PostgresLedgerStore;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly timelines: Timelines;
}

/** Opens the database, brings its schema up to date, and closes it when the work is done. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The same with commands and queries over it. */
export function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  return withDatabase((database) => withChronicle(database, work));
}

/** Commands and queries over an open database, for as long as the work lasts. */
export async function withChronicle<T>(
  database: Database,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const ledger = new PostgresLedgerStore(database.pool(), chronicleEventTypes);
  const app = await NestFactory.createApplicationContext(ChronicleModule.over(ledger, inlineProjection), {
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
