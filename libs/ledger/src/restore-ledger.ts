import type { Pool } from 'pg';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { type BackupCounts, splitLines } from './backup-format.js';
import type { RestoresBeside } from './kept-beside.js';
import { postgresFault } from './postgres-fault.js';
import { backupRefused, RestoredBackup } from './restored-backup.js';

/**
 * Puts a backup's organisations into a database, all or none, with what was kept beside their ledgers, after verifying
 * every hash and count in it. The read models are not in a backup: rebuild them afterwards.
 *
 * @param pool connections with the owner's rights (the application's role cannot write rows of the ledger)
 * @param beside what takes in the values that the backup holds beside the ledgers
 * @throws LedgerFault RESTORE_REFUSED if the file is damaged, truncated, tampered with or of another format,
 * if it holds something that nobody takes in, or if one of its organisations exists already
 */
export async function restoreLedger(
  pool: Pool,
  source: Readable,
  beside?: RestoresBeside,
): Promise<BackupCounts> {
  const client = await pool.connect();
  let finished = false;
  try {
    await client.query('begin');
    const backup = new RestoredBackup(client, beside);
    const gunzip = createGunzip();
    source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
    for await (const line of splitLines(gunzip)) await backup.take(line);
    const counts = await backup.finish();
    await client.query('commit');
    finished = true;
    return counts;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw refusalOf(error);
  } finally {
    client.release(!finished);
  }
}

/** Damaged compression comes as an error of zlib. */
function refusalOf(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && code.startsWith('Z_'))
    return backupRefused('its compression is damaged or cut off', error);
  return postgresFault(error, 'writing');
}
