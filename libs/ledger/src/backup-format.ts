import { createHash } from 'node:crypto';

import type { CommandRecord, Hash, Organisation, StoredEvent } from './ledger-store.js';
import type { Position } from '#temporal';

/**
 * A backup is gzipped UTF-8, a JSON value a line:
 *
 * 1. a header: `{"createdAt":…,"format":"kronika-ledger-backup","version":2}`;
 * 2. for each organisation, its line `{"organisation":{"id","slug","name"},"head":{"hash","position"}}`,
 *    then its events in order, each `["<hash>",<envelope>]` with the envelope's exact bytes, and after the last event of
 *    each command a line `{"key","digest"}`; then what is kept beside its ledger, as it was at that head, each
 *    `{"beside":"<name>","value":{…}}`;
 * 3. a trailer: `{"beside","commands","events","organisations","sha256"}`, the SHA-256 of all bytes before its line.
 *
 * Version 1 had nothing beside the ledger.
 */
export const BACKUP_FORMAT = 'kronika-ledger-backup';
export const BACKUP_VERSION = 2;

export interface BackupHeader {
  readonly createdAt: string;
  readonly format: typeof BACKUP_FORMAT;
  readonly version: number;
}

export interface BackupOrganisation {
  readonly organisation: Organisation;
  readonly head: { readonly hash: Hash; readonly position: Position };
}

export type BackupCommand = Pick<CommandRecord, 'key' | 'digest'>;

/** A line of what is kept beside an organisation's ledger. */
export interface BackupBeside {
  readonly beside: string;
  readonly value: object;
}

export interface BackupCounts {
  /** Values kept beside ledgers. */
  readonly beside: number;
  readonly commands: number;
  readonly events: number;
  readonly organisations: number;
}

/** In version 1 without `beside`. */
export type BackupTrailer = BackupCounts & { readonly sha256: Hash };

const HASH_START = '["'.length;
const HASH_END = HASH_START + 64;
const ENVELOPE_START = HASH_END + '",'.length;

export function eventLine({ hash, envelope }: Pick<StoredEvent, 'hash' | 'envelope'>): string {
  return `["${hash}",${envelope}]`;
}

/** The hash and the exact envelope; undefined if the line is not an event's. */
export function readEventLine(line: string): Pick<StoredEvent, 'hash' | 'envelope'> | undefined {
  if (!line.startsWith('["') || !line.endsWith('}]')) return undefined;
  return { hash: line.slice(HASH_START, HASH_END), envelope: line.slice(ENVELOPE_START, -1) };
}

/** Adds up the SHA-256 of lines as written. */
export class LineDigest {
  private readonly sha256 = createHash('sha256');

  add(text: string): void {
    this.sha256.update(text, 'utf8');
  }

  digest(): Hash {
    return this.sha256.digest('hex');
  }
}

/** Splits bytes into lines at LF only: canonical JSON may hold U+2028, which is no line break here. */
export async function* splitLines(source: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  let pending: Buffer[] = [];
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      pending.push(chunk.subarray(start, end));
      yield (pending.length === 1 ? (pending[0] as Buffer) : Buffer.concat(pending)).toString('utf8');
      pending = [];
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield Buffer.concat(pending).toString('utf8');
}
