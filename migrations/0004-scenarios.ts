import { sqlMigration } from './sql-migration.js';

export const scenarios = sqlMigration('Scenarios', 4, new URL('./0004-scenarios.sql', import.meta.url));
