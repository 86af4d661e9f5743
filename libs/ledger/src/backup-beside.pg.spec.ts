import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { InMemoryLedgerStore } from './in-memory-ledger-store.js';
import type { KeptBeside, RestoresBeside } from './kept-beside.js';
import { LedgerFault } from './ledger-fault.js';
import type { OrganisationId } from './ledger-store.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';
import { restoreLedger } from './restore-ledger.js';
import { backupOf, linesOf, sealed } from './testing/backup-lines.js';
import {
  at,
  collect,
  command,
  contractEventTypes,
  event,
  organisationDraft,
} from './testing/ledger-drafts.js';

const refused = { code: 'RESTORE_REFUSED' };

describe('a backup with what is kept beside the ledger', () => {
  let database: TestDatabase;
  let store: PostgresLedgerStore;
  let source: InMemoryLedgerStore;
  let north: OrganisationId;
  let south: OrganisationId;

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
    await source.append(north, [command({ events: [event(), event()] }), command({})]);
    await source.append(south, [command({})]);
  });

  const values = [{ name: 'Å \u2028 "\\" \n' }, { sha256: 'x', organisation: 'y', key: ['"', {}] }];

  /** Values beside the northern organisation, as they were when its ledger was at a position. */
  const keptAt = (position: number): KeptBeside => ({
    name: 'notes',
    asOfNow: async (organisation) => ({
      position: organisation === north ? at(position) : (await source.head(organisation))!.position,
      values: (async function* () {
        if (organisation === north) yield* values;
      })(),
    }),
  });
  const taken: Record<string, unknown[]> = {};
  const taking: RestoresBeside = {
    name: 'notes',
    begin: (_, organisation) => {
      const own: unknown[] = [];
      return {
        add: async (value) => void own.push(value),
        finish: async () => void (taken[organisation] = own),
      };
    },
  };
  const restoreBeside = (bytes: Buffer, beside: RestoresBeside | undefined = taking) =>
    restoreLedger(database.ownerPool(), Readable.from([bytes]), beside);

  it('gives it back, once the ledger of its organisation is there', async () => {
    const counts = await restoreBeside(await backupOf(source, keptAt(4)));
    expect(counts).toEqual({ organisations: 2, events: 6, commands: 5, beside: 2 });
    expect(taken[north]).toEqual(values);
    expect(taken[south]).toEqual([]);
  });

  it('holds the ledger as it was at that moment', async () => {
    await restoreBeside(await backupOf(source, keptAt(3)));
    const rows = (await collect(source.streamStored(north))).flat();
    expect((await collect(store.streamStored(north))).flat()).toEqual(rows.slice(0, 3));
    expect(await store.head(north)).toMatchObject({ position: 3, hash: rows[2]!.hash });
  });

  const spoiled: Record<string, [(lines: string[]) => Buffer, RestoresBeside?]> = {
    'a value that is left out': [(lines) => sealed(lines.toSpliced(besideIn(lines), 1))],
    'a changed value': [
      (lines) => gzipSync(`${lines.join('\n').replace('"value":{"name":"', '"value":{"name":"x')}\n`),
    ],
    'a value before any organisation': [
      (lines) => sealed(lines.toSpliced(1, 0, lines[besideIn(lines)]!).toSpliced(besideIn(lines) + 1, 1)),
    ],
    'an event after the values': [
      (lines) => {
        const event = lines.findLastIndex((line, i) => i < besideIn(lines) && line.startsWith('["'));
        return sealed(lines.toSpliced(besideIn(lines) + 1, 0, lines[event]!).toSpliced(event, 1));
      },
    ],
    'a value of something else': [
      (lines) => sealed(lines.map((line) => line.replace('"beside":"notes"', '"beside":"pictures"'))),
    ],
    'a value that is none': [(lines) => sealed(lines.with(besideIn(lines), '{"beside":"notes","value":7}'))],
    'values that a backup of version 1 cannot have': [
      (lines) => sealed([lines[0]!.replace('"version":2', '"version":1'), ...lines.slice(1)]),
    ],
    'values that are refused': [
      (lines) => sealed(lines),
      {
        name: 'notes',
        begin: () => ({
          add: async () => undefined,
          finish: () => Promise.reject(new LedgerFault('RESTORE_REFUSED', 'no')),
        }),
      },
    ],
    'values that nobody takes in': [(lines) => sealed(lines), { ...taking, name: 'pictures' }],
  };
  const besideIn = (lines: readonly string[]) => lines.findIndex((line) => line.startsWith('{"beside":"'));

  it.each(Object.keys(spoiled))('refuses, whole, %s', async (kind) => {
    const [spoil, beside] = spoiled[kind]!;
    const bytes = spoil(linesOf(await backupOf(source, keptAt(4))));

    await expect(restoreBeside(bytes, beside)).rejects.toMatchObject(refused);

    expect(await store.findOrganisation({ id: north })).toBeNull();
    expect(await store.findOrganisation({ id: south })).toBeNull();
  });
});
