export { columnTypes } from './column-types.js';
export { DatabaseError, errorCode, type DatabaseErrorCode } from './database-error.js';
export { migrate } from './migrate.js';
export {
  openDatabase,
  poolOf,
  withClient,
  type Database,
  type OpenDatabaseOptions,
} from './open-database.js';
export { applicationRole } from './server-checks.js';
