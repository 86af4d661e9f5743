import { ledger } from './0001-ledger.js';
import { readModel } from './0002-read-model.js';
import { eventsWithoutRows } from './0003-events-without-rows.js';
import { scenarios } from './0004-scenarios.js';
import type { MigrationClass } from './sql-migration.js';

/**
 * All migrations, oldest first. To add one: write `NNNN-name.sql` (NNNN is the next number) and beside it
 *
 *     // NNNN-name.ts
 *     export const what = sqlMigration('What', NNNN, new URL('./NNNN-name.sql', import.meta.url));
 *
 * then put `what` at the end of this list. A migration that has been released is never edited.
 */
export const migrations: readonly MigrationClass[] = [ledger, readModel, eventsWithoutRows, scenarios];
