import { migrate, openDatabase, type Database } from '#database';

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
