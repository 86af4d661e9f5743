import { sqlMigration } from './sql-migration.js';

export const eventsWithoutRows = sqlMigration(
  'EventsWithoutRows',
  3,
  new URL('./0003-events-without-rows.sql', import.meta.url),
);
