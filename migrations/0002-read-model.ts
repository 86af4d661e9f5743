import { sqlMigration } from './sql-migration.js';

export const readModel = sqlMigration('ReadModel', 2, new URL('./0002-read-model.sql', import.meta.url));
