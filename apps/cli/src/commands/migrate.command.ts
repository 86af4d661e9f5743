import { Command } from 'commander';
import { migrate, openDatabase } from '#database';
import type { Output } from '../output.js';

/** `kronika migrate`: brings the schema up to date. Every other command does so too. */
export function migrateCommand(output: Output): Command {
  return new Command('migrate').description('bring the database schema up to date').action(async () => {
    const database = await openDatabase();
    try {
      await output.write(`${JSON.stringify({ migrations: await migrate(database) })}\n`);
    } finally {
      await database.close();
    }
  });
}
