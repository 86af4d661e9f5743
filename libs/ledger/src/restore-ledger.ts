import type { Pool, PoolClient } from 'pg';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupCommand,
  type BackupCounts,
  type BackupHeader,
  type BackupOrganisation,
  type BackupTrailer,
  LineDigest,
  readEventLine,
  splitLines,
} from './backup-format.js';
import { LedgerFault } from './ledger-fault.js';
import { postgresFault } from './postgres-fault.js';
import { RestoredOrganisation } from './restored-organisation.js';

/**
 * Puts a backup's organisations into a database, all or none, after verifying every hash and count in it. The read
 * models are not in a backup: rebuild them afterwards.
 *
 * @param pool connections with the owner's rights (the application's role cannot write rows of the ledger)
 * @throws LedgerFault RESTORE_REFUSED if the file is damaged, truncated, tampered with or of another format,
 * or if one of its organisations exists already
 */
export async function restoreLedger(pool: Pool, source: Readable): Promise<BackupCounts> {
  const client = await pool.connect();
  let finished = false;
  try {
    await client.query('begin');
    const counts = await restoreLines(client, source);
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

async function restoreLines(client: PoolClient, source: Readable): Promise<BackupCounts> {
  const digest = new LineDigest();
  const counts = { commands: 0, events: 0, organisations: 0 };
  let organisation: RestoredOrganisation | undefined;
  let trailer: BackupTrailer | undefined;
  let lineNumber = 0;
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  for await (const line of splitLines(gunzip)) {
    lineNumber += 1;
    if (trailer !== undefined) throw refused(`line ${lineNumber} comes after the trailer`);
    const event = readEventLine(line);
    if (event !== undefined && organisation !== undefined) {
      await organisation.add(event);
      counts.events += 1;
    } else {
      const value = parsed(line, lineNumber);
      if (lineNumber === 1) checkHeader(value);
      else if ('organisation' in value) {
        await organisation?.finish();
        organisation = await RestoredOrganisation.begin(client, value as unknown as BackupOrganisation);
        counts.organisations += 1;
      } else if ('key' in value && organisation !== undefined) {
        organisation.endCommand(value as unknown as BackupCommand);
        counts.commands += 1;
      } else if ('sha256' in value) trailer = value as unknown as BackupTrailer;
      else throw refused(`line ${lineNumber} is not understood`);
    }
    if (trailer === undefined) digest.add(`${line}\n`);
  }
  await organisation?.finish();
  checkTrailer(trailer, counts, digest);
  return counts;
}

function parsed(line: string, lineNumber: number): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw refused(`line ${lineNumber} is not understood`);
}

function checkHeader(value: object): void {
  const { format, version } = value as Partial<BackupHeader>;
  if (format !== BACKUP_FORMAT) throw refused('it is not a backup of a ledger');
  if (version !== BACKUP_VERSION)
    throw refused(`it has version ${version}; this program reads ${BACKUP_VERSION}`);
}

function checkTrailer(trailer: BackupTrailer | undefined, counts: BackupCounts, digest: LineDigest): void {
  if (trailer === undefined) throw refused('it is truncated: the trailer is missing');
  for (const name of ['commands', 'events', 'organisations'] as const) {
    if (trailer[name] !== counts[name])
      throw refused(`it holds ${counts[name]} ${name}, not ${trailer[name]}`);
  }
  if (trailer.sha256 !== digest.digest()) throw refused('its checksum does not match');
}

function refused(why: string, cause?: unknown): LedgerFault {
  return new LedgerFault('RESTORE_REFUSED', `The backup is refused: ${why}. Nothing was restored.`, {
    cause,
  });
}

/** Damaged compression comes as an error of zlib. */
function refusalOf(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && code.startsWith('Z_'))
    return refused('its compression is damaged or cut off', error);
  return postgresFault(error, 'writing');
}
