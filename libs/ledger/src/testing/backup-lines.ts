import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';

import { backupLedger } from '../backup-ledger.js';
import { textHash } from '../chain.js';
import type { KeptBeside } from '../kept-beside.js';
import type { LedgerStore } from '../ledger-store.js';

export async function backupOf(store: LedgerStore, kept?: KeptBeside): Promise<Buffer> {
  const target = new PassThrough();
  const [bytes] = await Promise.all([buffer(target), backupLedger(store, target, kept)]);
  return bytes;
}

export function linesOf(backup: Buffer): string[] {
  return gunzipSync(backup).toString('utf8').split('\n').slice(0, -1);
}

/** A backup of these lines with a trailer that matches them, but for the counts that are not given, as a careful forger would make it. */
export function sealed(lines: readonly string[], counts: { readonly beside?: number } = {}): Buffer {
  const body = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('');
  const trailer = JSON.parse(lines.at(-1) ?? '') as object;
  return gzipSync(`${body}${JSON.stringify({ ...trailer, ...counts, sha256: textHash(body) })}\n`);
}
