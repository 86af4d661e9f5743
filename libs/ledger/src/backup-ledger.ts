import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupCounts,
  type BackupHeader,
  type BackupOrganisation,
  type BackupTrailer,
  eventLine,
  LineDigest,
} from './backup-format.js';
import type { LedgerStore, Organisation, StoredEvent } from './ledger-store.js';

/**
 * Writes the whole ledger, as of the call, as a backup (see `backup-format.ts`). Recording may go on meanwhile.
 * The target is ended.
 */
export async function backupLedger(store: LedgerStore, target: Writable): Promise<BackupCounts> {
  const counts = { commands: 0, events: 0, organisations: 0 };
  await pipeline(Readable.from(backupChunks(store, counts)), createGzip({ level: 1 }), target);
  return counts;
}

async function* backupChunks(
  store: LedgerStore,
  counts: { -readonly [Name in keyof BackupCounts]: number },
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
    for await (const lines of organisationLines(store, organisation)) {
      counts.events += lines.events;
      counts.commands += lines.commands;
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
}

async function* organisationLines(
  store: LedgerStore,
  { id, slug, name }: Organisation,
): AsyncGenerator<Lines, void> {
  const head = await store.head(id);
  if (head === null) return;
  const opening: BackupOrganisation = {
    organisation: { id, slug, name },
    head: { hash: head.hash, position: head.position },
  };
  yield { lines: [JSON.stringify(opening)], events: 0, commands: 0 };
  for await (const events of store.streamStored(id, { upTo: head.position })) {
    const endings = await commandLines(store, id, events);
    const lines = events.flatMap((event) => [eventLine(event), ...(endings.get(event.position) ?? [])]);
    yield { lines, events: events.length, commands: endings.size };
  }
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
