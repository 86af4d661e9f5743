import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupBeside,
  type BackupCounts,
  type BackupHeader,
  type BackupOrganisation,
  type BackupTrailer,
  eventLine,
  LineDigest,
} from './backup-format.js';
import type { KeptBeside } from './kept-beside.js';
import type { LedgerStore, Organisation, StoredEvent } from './ledger-store.js';
import type { Position } from '#temporal';

/**
 * Writes the whole ledger, as of the call, as a backup (see `backup-format.ts`), with what is kept beside it. Recording
 * may go on meanwhile. The target is ended.
 */
export async function backupLedger(
  store: LedgerStore,
  target: Writable,
  kept?: KeptBeside,
): Promise<BackupCounts> {
  const counts = { beside: 0, commands: 0, events: 0, organisations: 0 };
  await pipeline(Readable.from(backupChunks(store, counts, kept)), createGzip({ level: 1 }), target);
  return counts;
}

async function* backupChunks(
  store: LedgerStore,
  counts: { -readonly [Name in keyof BackupCounts]: number },
  kept: KeptBeside | undefined,
): AsyncGenerator<string, void> {
  const digest = new LineDigest();
  const written = (lines: readonly string[]) => {
    const text = lines.map((line) => `${line}\n`).join('');
    digest.add(text);
    return text;
  };
  const header: BackupHeader = {
    createdAt: new Date().toISOString(),
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
  };
  yield written([JSON.stringify(header)]);
  for (const organisation of await store.organisations()) {
    for await (const lines of organisationLines(store, organisation, kept)) {
      counts.events += lines.events;
      counts.commands += lines.commands;
      counts.beside += lines.beside;
      yield written(lines.lines);
    }
    counts.organisations += 1;
  }
  const trailer: BackupTrailer = { ...counts, sha256: digest.digest() };
  yield `${JSON.stringify(trailer)}\n`;
}

interface Lines {
  readonly lines: readonly string[];
  readonly events: number;
  readonly commands: number;
  readonly beside: number;
}

async function* organisationLines(
  store: LedgerStore,
  { id, slug, name }: Organisation,
  kept: KeptBeside | undefined,
): AsyncGenerator<Lines, void> {
  const beside = await kept?.asOfNow(id);
  const head = await headAt(store, id, beside?.position);
  if (beside === null || head === null) return;
  const opening: BackupOrganisation = { organisation: { id, slug, name }, head };
  yield { lines: [JSON.stringify(opening)], events: 0, commands: 0, beside: 0 };
  for await (const events of store.streamStored(id, { upTo: head.position })) {
    const endings = await commandLines(store, id, events);
    const lines = events.flatMap((event) => [eventLine(event), ...(endings.get(event.position) ?? [])]);
    yield { lines, events: events.length, commands: endings.size, beside: 0 };
  }
  if (kept === undefined || beside === undefined) return;
  for await (const value of beside.values) {
    const line: BackupBeside = { beside: kept.name, value };
    yield { lines: [JSON.stringify(line)], events: 0, commands: 0, beside: 1 };
  }
}

/** The head as it was when the ledger was at a position; without one, as it is. */
async function headAt(
  store: LedgerStore,
  id: Organisation['id'],
  position: Position | undefined,
): Promise<BackupOrganisation['head'] | null> {
  const head = await store.head(id);
  if (head === null || position === undefined || position === head.position) {
    return head && { hash: head.hash, position: head.position };
  }
  const range = { after: (position - 1) as Position, upTo: position };
  for await (const [last] of store.streamStored(id, range)) if (last) return { hash: last.hash, position };
  return null;
}

/** The lines of the commands that end among these events, by the position that they follow. */
async function commandLines(
  store: LedgerStore,
  id: Organisation['id'],
  events: readonly StoredEvent[],
): Promise<Map<number, string[]>> {
  const records = await store.findCommands(id, [...new Set(events.map((event) => event.command))]);
  const positions = new Set<number>(events.map((event) => event.position));
  return new Map(
    records
      .filter(({ last }) => positions.has(last))
      .map(({ key, digest, last }) => [last, [JSON.stringify({ key, digest })]]),
  );
}
