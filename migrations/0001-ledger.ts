import { sqlMigration } from './sql-migration.js';

export const ledger = sqlMigration('Ledger', 1, new URL('./0001-ledger.sql', import.meta.url));
