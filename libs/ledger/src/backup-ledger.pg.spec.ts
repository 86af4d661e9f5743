import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { chainHash, GENESIS_HASH } from './chain.js';
import { InMemoryLedgerStore } from './in-memory-ledger-store.js';
import {
  at,
  collect,
  command,
  contractEventTypes,
  event,
  organisationDraft,
} from './testing/ledger-drafts.js';
import type { OrganisationId } from './ledger-store.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';
import { restoreLedger } from './restore-ledger.js';
import { backupOf, linesOf, sealed } from './testing/backup-lines.js';
import { verifyLedger } from './verify-ledger.js';

describe('backup and restore of the ledger', () => {
  let database: TestDatabase;
  let store: PostgresLedgerStore;
  let source: InMemoryLedgerStore;
  let north: OrganisationId;
  let south: OrganisationId;
  let backup: Buffer;

  beforeAll(async () => {
    database = await testDatabase();
    store = new PostgresLedgerStore(database.pool(), contractEventTypes);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    source = new InMemoryLedgerStore(contractEventTypes);
    const drafts = [organisationDraft(), organisationDraft()] as const;
    [north, south] = [drafts[0].id, drafts[1].id];
    for (const draft of drafts) await source.register(draft);
    const odd = event({ data: { name: 'Å \u2028 "\\" \n' }, touches: ['å b', 'a,"b"', '{}'] });
    await source.append(north, [command({ idempotencyKey: '[", {', events: [odd, event()] }), command({})]);
    await source.append(north, [command({ events: Array.from({ length: 2500 }, () => event()) })]);
    await source.append(south, [command({ fingerprint: 'input' })]);
    backup = await backupOf(source);
  });

  const restore = (bytes: Buffer) => restoreLedger(database.ownerPool(), Readable.from([bytes]));
  const refused = { code: 'RESTORE_REFUSED' };

  it('gives back every byte: events, hashes, heads and commands', async () => {
    expect(await restore(backup)).toEqual({ organisations: 2, events: 2506, commands: 6, beside: 0 });

    for (const id of [north, south]) {
      const rows = (await collect(source.streamStored(id))).flat();
      expect((await collect(store.streamStored(id))).flat()).toEqual(rows);
      expect(await store.head(id)).toEqual(await source.head(id));
      expect(await store.findOrganisation({ id })).toEqual(await source.findOrganisation({ id }));
      const keys = [...new Set(rows.map((row) => row.command))];
      const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
      expect((await store.findCommands(id, keys)).toSorted(byKey)).toEqual(
        (await source.findCommands(id, keys)).toSorted(byKey),
      );
      expect(await verifyLedger(store, id)).toMatchObject({ ok: true });
    }
  });

  it('is recorded on after a restore, and its retries are known', async () => {
    const draft = command({});
    await source.append(north, [draft]);
    await restore(await backupOf(source));

    expect(await store.append(north, [draft])).toMatchObject({ outcome: 'duplicate', mismatch: false });
    expect(await store.append(north, [command({ expectedPosition: at(2505) })])).toMatchObject({
      head: 2506,
    });
    expect(await verifyLedger(store, north)).toMatchObject({ ok: true });
  });

  it('goes from PostgreSQL to PostgreSQL', async () => {
    const other = await testDatabase();
    try {
      await restore(backup);
      await restoreLedger(other.ownerPool(), Readable.from([await backupOf(store)]));
      const copy = new PostgresLedgerStore(other.pool(), contractEventTypes);

      expect(await copy.organisations()).toEqual(await store.organisations());
      for (const { id } of await store.organisations())
        expect(await copy.head(id)).toEqual(await store.head(id));
    } finally {
      await other.close();
    }
  });

  it('refuses an organisation that exists already', async () => {
    await restore(backup);
    await expect(restore(backup)).rejects.toMatchObject(refused);
  });

  it('takes in a backup of version 1', async () => {
    const [, ...rest] = linesOf(backup);
    const header = '{"createdAt":"2025-01-01T00:00:00.000Z","format":"kronika-ledger-backup","version":1}';
    const trailer = (rest.pop() ?? '').replace('"beside":0,', '');
    expect(trailer).toMatch(/^\{"commands":6,"events":2506,"organisations":2,"sha256":/);

    const counts = await restore(sealed([header, ...rest, trailer]));

    expect(counts).toEqual({ organisations: 2, events: 2506, commands: 6, beside: 0 });
    expect(await store.head(north)).toEqual(await source.head(north));
  });

  it('needs the owner: the application cannot restore', async () => {
    await expect(restoreLedger(database.pool(), Readable.from([backup]))).rejects.toMatchObject({
      code: '42501',
    });
  });

  describe('refuses, whole,', () => {
    const eventLines = (lines: readonly string[]) =>
      lines.flatMap((line, index) => (line.startsWith('["') ? [index] : []));

    const spoiled: Record<string, (lines: string[]) => Buffer> = {
      'a file that is cut off': () => backup.subarray(0, backup.length - 100),
      'a file without its trailer': (lines) =>
        gzipSync(
          lines
            .slice(0, -1)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      'an empty file': () => Buffer.alloc(0),
      'something else': () => Buffer.from('hello'),
      'another format': (lines) => sealed(['{"format":"other","version":1}', ...lines.slice(1)]),
      'a newer version': (lines) =>
        sealed(['{"format":"kronika-ledger-backup","version":3}', ...lines.slice(1)]),
      'a changed byte under a matching checksum': (lines) => {
        const place = eventLines(lines)[1000] ?? 0;
        return sealed(lines.with(place, lines[place]?.replace('something', 'Something') ?? ''));
      },
      'a changed line': (lines) => gzipSync(`${lines.join('\n').replace('"key":"', '"key":"x')}\n`),
      'an event that is left out': (lines) => sealed(lines.toSpliced(eventLines(lines)[1000] ?? 0, 1)),
      'an end that is left out': (lines) => {
        const [last] = eventLines(lines).slice(-1);
        return sealed(lines.toSpliced(last ?? 0, 2));
      },
      'a command without its end': (lines) =>
        sealed(
          lines.toSpliced(
            lines.findIndex((line) => line.startsWith('{"key"')),
            1,
          ),
        ),
      'a renamed organisation': (lines) =>
        sealed(
          lines.map((line) => line.replace('"name":"Region Norr"},"head"', '"name":"Region Syd"},"head"')),
        ),
      'columns that could not be': (lines) => {
        let hash = GENESIS_HASH;
        const forged = lines.map((line) => {
          if (!line.startsWith('["')) {
            if (line.startsWith('{"organisation"')) hash = GENESIS_HASH;
            return line;
          }
          const envelope = line.slice(68, -1).replace('"schemaVersion":1', '"schemaVersion": 1');
          hash = chainHash(hash, envelope);
          return `["${hash}",${envelope}]`;
        });
        return sealed(forged);
      },
      'lines after the trailer': (lines) => gzipSync([...lines, lines[1], ''].join('\n')),
    };

    it.each(Object.keys(spoiled))('%s', async (kind) => {
      const bytes = (spoiled[kind] as (lines: string[]) => Buffer)(linesOf(backup));

      await expect(restore(bytes)).rejects.toMatchObject(refused);

      expect(await store.findOrganisation({ id: north })).toBeNull();
      expect(await store.findOrganisation({ id: south })).toBeNull();
    });
  });
});
