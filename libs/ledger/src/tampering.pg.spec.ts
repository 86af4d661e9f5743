import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { chainHash, GENESIS_HASH } from './chain.js';
import {
  at,
  collect,
  command,
  contractEventTypes,
  event,
  organisationDraft,
} from './testing/ledger-drafts.js';
import type { OrganisationId, StoredEvent } from './ledger-store.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';
import type { Checkpoint, ChainVerdict } from './verify-chain.js';
import { verifyLedger } from './verify-ledger.js';

const LENGTH = 12;
const ROUNDS = Number(process.env['TAMPER_ROUNDS'] ?? 5);

/** A finding to be made, at a position; `kept` says that only a kept checkpoint can show it. */
interface Expected {
  readonly position: number;
  readonly problem?: string;
  readonly kept?: Checkpoint;
}

interface Scene {
  readonly owner: Pool;
  readonly organisation: OrganisationId;
  readonly rows: readonly StoredEvent[];
  /** A random position from 1 to 12. */
  readonly p: number;
  /** Another one, later. */
  readonly q: number;
}

describe('tampering is found, with its position', () => {
  let database: TestDatabase;
  let store: PostgresLedgerStore;

  beforeAll(async () => {
    database = await testDatabase();
    store = new PostgresLedgerStore(database.pool(), contractEventTypes);
    for (const table of ['event', 'command', 'head', 'organisation']) {
      await database.ownerPool().query(`alter table ledger.${table} disable trigger append_only`);
    }
  });
  afterAll(() => database.close());

  const set =
    (what: string) =>
    async ({ owner, organisation, p }: Scene, ...values: unknown[]) =>
      void (await owner.query(
        `update ledger.event set ${what} where organisation_id = $1 and position = $2`,
        [organisation, p, ...values],
      ));

  /** Writes these events with their hashes computed anew, and head and commands to match. */
  async function forge({ owner, organisation }: Scene, rows: readonly StoredEvent[]): Promise<void> {
    let hash = GENESIS_HASH;
    await owner.query('delete from ledger.event where organisation_id = $1', [organisation]);
    for (const row of rows) {
      hash = chainHash(hash, row.envelope);
      await owner.query(
        `insert into ledger.event values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'))`,
        [organisation, row.position, row.eventId, row.recordedAt, row.knownAt, row.schemaVersion, row.type,
          row.command, row.touches, row.envelope, hash],
      ); // prettier-ignore
    }
    const last = rows.at(-1) as StoredEvent;
    await owner.query('delete from ledger.command where organisation_id = $1 and first_position > $2', [
      organisation,
      last.position,
    ]);
    await owner.query(
      'update ledger.command set last_position = $2, recorded_at = $3 where organisation_id = $1 and last_position > $2',
      [organisation, last.position, last.recordedAt],
    );
    await owner.query(
      `update ledger.head set position = $2, hash = decode($3, 'hex'), recorded_at = $4, known_at = $5 where organisation_id = $1`,
      [organisation, last.position, hash, last.recordedAt, last.knownAt],
    );
  }

  const checkpoint = (rows: readonly StoredEvent[], position: number): Checkpoint => ({
    position: at(position),
    hash: rows[position - 1]?.hash ?? '',
  });

  const actorChanged = (envelope: string) => envelope.replace('"actor":"anna"', '"actor":"eve"');

  const kinds: Record<string, (scene: Scene) => Promise<Expected>> = {
    'a flipped byte': async (scene) => {
      const { envelope } = scene.rows[scene.p - 1] as StoredEvent;
      const place = randomInt(envelope.length);
      const other = envelope[place] === 'x' ? 'y' : 'x';
      await set('envelope = $3')(scene, envelope.slice(0, place) + other + envelope.slice(place + 1));
      return { position: scene.p, problem: 'HASH' };
    },
    'a changed actor': async (scene) => {
      await set('envelope = $3')(scene, actorChanged(scene.rows[scene.p - 1]?.envelope ?? ''));
      return { position: scene.p, problem: 'HASH' };
    },
    'a changed time in the column': async (scene) => {
      await set(`recorded_at = recorded_at + interval '1 microsecond'`)(scene);
      return { position: scene.p, problem: 'COLUMN' };
    },
    'a changed knowledge time in the column': async (scene) => {
      await set(`known_at = known_at - interval '1 year'`)(scene);
      return { position: scene.p, problem: 'COLUMN' };
    },
    'a changed time in the envelope': async (scene) => {
      const row = scene.rows[scene.p - 1] as StoredEvent;
      await set('envelope = $3')(
        scene,
        row.envelope.replaceAll(row.recordedAt, '2001-01-01T00:00:00.000000Z'),
      );
      return { position: scene.p, problem: 'HASH' };
    },
    'a changed column': async (scene) => {
      const columns = ['type = $3', 'command = $3', 'touches = array[$3]', 'event_id = gen_random_uuid(), type = type || left($3, 0)', 'schema_version = 2, type = type || left($3, 0)']; // prettier-ignore
      await set(columns[randomInt(columns.length)] ?? '')(scene, 'Other');
      return { position: scene.p, problem: 'COLUMN' };
    },
    'a changed hash': async (scene) => {
      await set(`hash = set_byte(hash, 0, (get_byte(hash, 0) + 1) % 256)`)(scene);
      return { position: scene.p, problem: 'HASH' };
    },
    'an event deleted from the middle': async (scene) => {
      const p = Math.min(scene.p, LENGTH - 1);
      await scene.owner.query('delete from ledger.event where organisation_id = $1 and position = $2', [
        scene.organisation,
        p,
      ]);
      return { position: p, problem: 'POSITION' };
    },
    'a deleted tail': async ({ owner, organisation, p }) => {
      await owner.query('delete from ledger.event where organisation_id = $1 and position >= $2', [
        organisation,
        p,
      ]);
      return { position: p, problem: 'HEAD' };
    },
    'a deleted tail with a head to match': async (scene) => {
      const p = Math.max(scene.p, 2);
      await forge(scene, scene.rows.slice(0, p - 1));
      const kept = p + randomInt(LENGTH - p + 1);
      return { position: kept, problem: 'CHECKPOINT', kept: checkpoint(scene.rows, kept) };
    },
    'an event added behind the ledger': async ({ owner, organisation, rows }) => {
      const last = rows.at(-1) as StoredEvent;
      const envelope = last.envelope.replace(`"position":${LENGTH},`, `"position":${LENGTH + 1},`);
      await owner.query(
        `insert into ledger.event select organisation_id, position + 1, event_id, recorded_at, known_at, schema_version, type,
           command, touches, $2, decode($3, 'hex') from ledger.event where organisation_id = $1 and position = $4`,
        [organisation, envelope, chainHash(last.hash, envelope), LENGTH],
      );
      // Its time is the last one's.
      return { position: LENGTH + 1, problem: 'TIME' };
    },
    'an event inserted, the rest moved on': async ({ owner, organisation, rows, p }) => {
      await owner.query(
        'update ledger.event set position = position + 1000 where organisation_id = $1 and position >= $2',
        [organisation, p],
      );
      await owner.query(
        'update ledger.event set position = position - 999 where organisation_id = $1 and position > 1000',
        [organisation],
      );
      await owner.query(
        `insert into ledger.event select organisation_id, $2::bigint, event_id, recorded_at, known_at, schema_version, type, command,
           touches, $3, hash from ledger.event where organisation_id = $1 and position = $2::bigint + 1`,
        [organisation, p, actorChanged(rows[p - 1]?.envelope ?? '')],
      );
      return { position: p, problem: 'HASH' };
    },
    'two events that changed places': async ({ owner, organisation, p, q }) => {
      await owner.query(
        `update ledger.event e set event_id = o.event_id, recorded_at = o.recorded_at, known_at = o.known_at, type = o.type,
           command = o.command, touches = o.touches, envelope = o.envelope, hash = o.hash
         from ledger.event o where e.organisation_id = $1 and o.organisation_id = $1
           and e.position in ($2, $3) and o.position = $2::bigint + $3::bigint - e.position`,
        [organisation, p, q],
      );
      return { position: p, problem: 'HASH' };
    },
    'a changed head': async ({ owner, organisation }) => {
      const changes = [`hash = decode(repeat('ab', 32), 'hex')`, `recorded_at = recorded_at + interval '1 second'`, `known_at = known_at - interval '1 second'`]; // prettier-ignore
      await owner.query(
        `update ledger.head set ${changes[randomInt(changes.length)]} where organisation_id = $1`,
        [organisation],
      );
      return { position: LENGTH, problem: 'HEAD' };
    },
    'a renamed organisation': async ({ owner, organisation }) => {
      const changes = [`name = 'Region Syd'`, `slug = 's' || slug`];
      await owner.query(
        `update ledger.organisation set ${changes[randomInt(2)]} where organisation_id = $1`,
        [organisation],
      );
      return { position: 1, problem: 'REGISTRY' };
    },
    'a command forgotten': async ({ owner, organisation, rows, p }) => {
      const { command: key } = rows[p - 1] as StoredEvent;
      await owner.query('delete from ledger.command where organisation_id = $1 and idempotency_key = $2', [
        organisation,
        key,
      ]);
      return { position: rows.findIndex((row) => row.command === key) + 1, problem: 'COMMAND' };
    },
    'a command that is said to be elsewhere': async ({ owner, organisation, rows, p }) => {
      const { command: key } = rows[p - 1] as StoredEvent;
      await owner.query(
        'update ledger.command set last_position = last_position + 1 where organisation_id = $1 and idempotency_key = $2',
        [organisation, key],
      );
      return { position: rows.findIndex((row) => row.command === key) + 1, problem: 'COMMAND' };
    },
    'a head that runs ahead': async ({ owner, organisation }) => {
      await owner.query('update ledger.head set position = position + 3 where organisation_id = $1', [
        organisation,
      ]);
      return { position: LENGTH + 1, problem: 'HEAD' };
    },
    'a suffix computed anew': async (scene) => {
      const rows = scene.rows.map((row) =>
        row.position < scene.p ? row : { ...row, envelope: actorChanged(row.envelope) },
      );
      await forge(scene, rows);
      const kept = scene.p + randomInt(LENGTH - scene.p + 1);
      return { position: kept, problem: 'CHECKPOINT', kept: checkpoint(scene.rows, kept) };
    },
  };

  describe.each(Object.keys(kinds))('%s', (kind) => {
    it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))('round %d', async () => {
      const draft = organisationDraft();
      const organisation = draft.id;
      await store.register(draft);
      await store.append(organisation, [command({ events: Array.from({ length: 5 }, () => event()) })]);
      await store.append(
        organisation,
        Array.from({ length: LENGTH - 6 }, () => command({ basis: at(6) })),
      );
      const rows = (await collect(store.streamStored(organisation))).flat();
      const whole: ChainVerdict = await verifyLedger(store, organisation, [
        checkpoint(rows, 1),
        checkpoint(rows, LENGTH),
      ]);
      expect(whole).toEqual({ ok: true, position: LENGTH, hash: rows.at(-1)?.hash });

      const p = 1 + randomInt(LENGTH - 1);
      const q = p + 1 + randomInt(LENGTH - p);
      const { kept, ...expected } = await (kinds[kind] as (typeof kinds)[string])({
        owner: database.ownerPool(),
        organisation,
        rows,
        p,
        q,
      });

      if (kept !== undefined) expect(await verifyLedger(store, organisation)).toMatchObject({ ok: true });
      const verdict = await verifyLedger(store, organisation, kept === undefined ? [] : [kept]);
      expect({ p, q, ...verdict }).toMatchObject({ ok: false, ...expected });
    });
  });
});
