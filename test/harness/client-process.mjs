/**
 * A process that uses the database in the folder given, until it is killed or its stdin ends.
 * Prints the process number of the server once it has a connection.
 */
import { openDatabase, withClient } from '../../dist/libs/database/src/index.js';

const database = await openDatabase({ dataDir: process.argv[2], quiet: true });
const { rows } = await withClient(database.ownerConfig, (client) =>
  client.query(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`),
);
await database.pool().query('select 1');
process.stdout.write(`${rows[0].pid}\n`);
process.stdin.resume();
process.stdin.on('end', () => void database.close());
