import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Instant } from '#temporal';

import { chainHash, GENESIS_HASH } from './chain.js';
import { canonicalJson } from './canonical-json.js';
import { commandDigest } from './envelope.js';
import { at, collect, command, event, newId, organisationDraft } from './testing/ledger-drafts.js';
import type { JsonValue } from './json.js';
import type {
  AppendOutcome,
  CommandDraft,
  LedgerStore,
  OrganisationId,
  StoredEvent,
} from './ledger-store.js';

/** What every ledger store must do. `make` gives one that may hold other organisations already. */
export function describeLedgerStore(name: string, make: () => Promise<LedgerStore>): void {
  describe(name, () => {
    let store: LedgerStore;
    let organisation: OrganisationId;
    let slug: string;

    beforeEach(async () => {
      store = await make();
      const draft = organisationDraft();
      ({ id: organisation, slug } = draft);
      await store.register(draft);
    });

    const append = (...commands: CommandDraft[]) => store.append(organisation, commands);
    const stored = async () => (await collect(store.streamStored(organisation))).flat();

    describe('registering', () => {
      it('makes OrganisationRegistered the event at position 1', async () => {
        const events = await store.read(organisation, at(0), 10);

        expect(events).toHaveLength(1);
        expect(events[0]).toMatchObject({
          position: 1,
          type: 'OrganisationRegistered',
          schemaVersion: 1,
          data: { slug, name: 'Region Norr' },
          command: { type: 'RegisterOrganisation', actor: 'anna' },
        });
      });

      it('finds the organisation by id and slug, and lists it', async () => {
        const found = { id: organisation, slug, name: 'Region Norr' };

        expect(await store.findOrganisation({ id: organisation })).toEqual(found);
        expect(await store.findOrganisation({ slug })).toEqual(found);
        expect(await store.organisations()).toContainEqual(found);
        expect(await store.findOrganisation({ slug: 'no-such-slug' })).toBeNull();
      });

      it('refuses a slug that is taken', async () => {
        expect(await store.register({ ...organisationDraft(), slug })).toEqual({
          outcome: 'conflict',
          reason: 'SLUG_TAKEN',
        });
      });

      it('refuses an id that is taken', async () => {
        expect(await store.register({ ...organisationDraft(), id: organisation })).toEqual({
          outcome: 'conflict',
          reason: 'ID_TAKEN',
        });
      });

      it('answers a retry, under a new id, with what was stored', async () => {
        const first = organisationDraft();
        await store.register(first);

        expect(await store.register({ ...first, id: newId(), eventId: randomUUID() })).toMatchObject({
          outcome: 'duplicate',
          organisation: { id: first.id, slug: first.slug },
          stored: { first: 1, last: 1 },
          mismatch: false,
        });
        expect(await store.register({ ...first, name: 'Other' })).toMatchObject({
          outcome: 'duplicate',
          mismatch: true,
        });
      });

      it('refuses knowledge from the future and leaves nothing behind', async () => {
        const draft = { ...organisationDraft(), knownAt: '2999-01-01T00:00:00.000000Z' as Instant };

        expect(await store.register(draft)).toEqual({ outcome: 'conflict', reason: 'KNOWN_AT_FUTURE' });
        expect(await store.findOrganisation({ id: draft.id })).toBeNull();
        expect(await store.head(draft.id)).toBeNull();
      });

      it('lets one of ten win a slug', async () => {
        const wanted = `s-${randomUUID()}`;
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, () => store.register({ ...organisationDraft(), slug: wanted })),
        );

        expect(outcomes.filter(({ outcome }) => outcome === 'registered')).toHaveLength(1);
        expect(outcomes.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(9);
      });

      it.each(['', 'Big', 'å', 'a b', '-a', 'a-', 'a--b', 'a'.repeat(64)])(
        'refuses %j as slug',
        async (bad) => {
          await expect(store.register({ ...organisationDraft(), slug: bad })).rejects.toMatchObject({
            code: 'INVALID_APPEND',
          });
        },
      );
    });

    describe('appending', () => {
      it('gives positions without gaps and says where each command went', async () => {
        const outcome = await append(command({ events: [event(), event()] }), command({ events: [event()] }));

        expect(outcome).toMatchObject({
          outcome: 'appended',
          head: 4,
          commands: [
            { first: 2, last: 3 },
            { first: 4, last: 4 },
          ],
        });
        expect((await stored()).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
      });

      it('answers with the time and hash of each command and moves the head there', async () => {
        const outcome = await append(command({ events: [event(), event()] }), command({}));
        const rows = await stored();

        if (outcome.outcome !== 'appended') throw new Error(outcome.outcome);
        expect(outcome.commands.map(({ recordedAt, hash }) => ({ recordedAt, hash }))).toEqual(
          [rows[2], rows[3]].map((row) => ({ recordedAt: row?.recordedAt, hash: row?.hash })),
        );
        expect(await store.head(organisation)).toEqual({
          position: 4,
          hash: rows[3]?.hash,
          recordedAt: rows[3]?.recordedAt,
          knownAt: rows[3]?.knownAt,
        });
      });

      it('stores an envelope in canonical JSON that says all', async () => {
        const draft = event({
          data: { ö: 1, a: [true, null, 'Å\u2028"\\'], '\u{1f600}': 0.5 },
          touches: ['b', 'a', 'b'],
        });
        await append(command({ idempotencyKey: 'key "1" å', reason: 'ny\nrad', events: [draft] }));
        const row = (await stored())[1] as StoredEvent;

        expect(row.envelope).toBe(canonicalJson(JSON.parse(row.envelope) as JsonValue));
        expect(JSON.parse(row.envelope)).toEqual({
          command: { actor: 'anna', key: 'key "1" å', reason: 'ny\nrad', type: 'Note' },
          data: draft.data,
          eventId: draft.eventId,
          organisation,
          schemaVersion: 1,
          touches: ['a', 'b'],
          type: 'Noted',
          written: { knownAt: row.knownAt, position: 2, recordedAt: row.recordedAt },
        });
        expect(row).toMatchObject({
          position: 2,
          eventId: draft.eventId,
          type: 'Noted',
          schemaVersion: 1,
          command: 'key "1" å',
          touches: ['a', 'b'],
        });
      });

      it('chains each event to the one before', async () => {
        await append(command({ events: [event(), event()] }));
        await append(command({}));

        let hash = GENESIS_HASH;
        for (const row of await stored()) {
          hash = chainHash(hash, row.envelope);
          expect(row.hash).toBe(hash);
        }
      });

      it('records strictly increasing times, known when recorded', async () => {
        for (let i = 0; i < 5; i++) await append(command({ events: [event(), event(), event()] }));
        const times = (await stored()).map(({ recordedAt }) => recordedAt);

        expect(times).toEqual([...new Set(times)].sort());
        expect((await stored()).every(({ recordedAt, knownAt }) => recordedAt === knownAt)).toBe(true);
        expect(times.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(time))).toBe(true);
      });

      it('keeps organisations apart: positions, keys and read sets', async () => {
        const other = organisationDraft();
        await store.register(other);
        await append(command({ idempotencyKey: 'same', events: [event({ touches: ['u1'] })] }));

        const outcome = await store.append(other.id, [
          command({ idempotencyKey: 'same', basis: at(1), reads: ['u1'] }),
        ]);

        expect(outcome).toMatchObject({ outcome: 'appended', head: 2 });
      });

      it('appends thousands of events at once', async () => {
        const events = Array.from({ length: 3000 }, () => event());
        const outcome = await append(command({ events }));
        const rows = await stored();

        expect(outcome).toMatchObject({ outcome: 'appended', head: 3001 });
        expect(rows.slice(1).map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId));
        expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
      });
    });

    describe('idempotency', () => {
      it('stores a command once and answers a retry with what was stored', async () => {
        const draft = command({ events: [event(), event()] });
        const first = await append(draft);
        await append(command({}));
        const again = await append({
          ...draft,
          basis: at(4),
          events: draft.events.map((e) => ({ ...e, eventId: randomUUID() })),
        });

        if (first.outcome !== 'appended') throw new Error(first.outcome);
        expect(again).toEqual({
          outcome: 'duplicate',
          command: 0,
          stored: { first: 2, last: 3, recordedAt: first.commands[0]?.recordedAt },
          mismatch: false,
        });
        expect(await stored()).toHaveLength(4);
      });

      it.each([
        ['other data', (c: CommandDraft) => ({ ...c, events: [event({ data: { text: 'other' } })] })],
        ['another actor', (c: CommandDraft) => ({ ...c, actor: 'bertil' })],
        ['another kind of command', (c: CommandDraft) => ({ ...c, commandType: 'Rename' })],
      ])('tells a mismatch: %s', async (_, change) => {
        const draft = command({});
        await append(draft);

        expect(await append(change(draft))).toMatchObject({ outcome: 'duplicate', mismatch: true });
      });

      it('compares fingerprints where given', async () => {
        const draft = command({ fingerprint: 'input 1' });
        await append(draft);

        const retry = await append({ ...draft, events: [event({ data: { id: 'made anew' } })] });
        const misuse = await append({ ...draft, fingerprint: 'input 2' });

        expect(retry).toMatchObject({ outcome: 'duplicate', mismatch: false });
        expect(misuse).toMatchObject({ outcome: 'duplicate', mismatch: true });
      });

      it('appends nothing of a batch with a duplicate, and says which', async () => {
        const draft = command({});
        await append(draft);

        expect(await append(command({}), draft)).toMatchObject({ outcome: 'duplicate', command: 1 });
        expect(await stored()).toHaveLength(2);
      });

      it('reports a duplicate before a conflict', async () => {
        const draft = command({});
        await append(draft);

        expect(await append({ ...draft, expectedPosition: at(77) })).toMatchObject({ outcome: 'duplicate' });
      });

      it('finds a command by its key', async () => {
        const draft = command({ events: [event(), event()] });
        await append(draft);

        const found = await store.findCommand(organisation, draft.idempotencyKey);
        expect(found).toEqual({
          key: draft.idempotencyKey,
          first: 2,
          last: 3,
          recordedAt: (await stored())[2]?.recordedAt,
          digest: commandDigest(draft),
        });
        expect(await store.findCommand(organisation, 'never used')).toBeNull();
        expect(await store.findCommands(organisation, ['never used', draft.idempotencyKey])).toEqual([found]);
      });
    });

    describe('preconditions', () => {
      it('refuses a command whose read set was touched after its basis', async () => {
        await append(command({ events: [event({ touches: ['u1', 'children:u2'] })] }));

        expect(await append(command({ basis: at(1), reads: ['x', 'children:u2'] }))).toEqual({
          outcome: 'conflict',
          command: 0,
          reason: 'READ_SET',
          head: 2,
        });
        expect(await append(command({ basis: at(2), reads: ['children:u2'] }))).toMatchObject({ head: 3 });
        expect(await append(command({ basis: at(1), reads: ['u9'] }))).toMatchObject({ head: 4 });
      });

      it('refuses a basis that the ledger has not reached', async () => {
        expect(await append(command({ basis: at(9) }))).toMatchObject({
          outcome: 'conflict',
          reason: 'READ_SET',
        });
      });

      it('lets later commands of a batch build on earlier ones', async () => {
        const outcome = await append(
          command({ basis: at(1), reads: ['u1'], events: [event({ touches: ['u1'] })] }),
          command({ basis: at(1), reads: ['u1'], events: [event({ touches: ['u1'] })] }),
        );

        expect(outcome).toMatchObject({ outcome: 'appended', head: 3 });
      });

      it('says which command of a batch is in conflict, and appends none', async () => {
        await append(command({ events: [event({ touches: ['u1'] })] }));

        expect(
          await append(
            command({ basis: at(2) }),
            command({ basis: at(1), reads: ['u1'] }),
            command({ basis: at(2) }),
          ),
        ).toMatchObject({ outcome: 'conflict', command: 1, reason: 'READ_SET', head: 2 });
        expect(await stored()).toHaveLength(2);
      });

      it.each([-1, 0, 2, 1e15])('refuses expected position %d on head 1', async (position) => {
        expect(await append(command({ expectedPosition: at(position) }))).toMatchObject({
          outcome: 'conflict',
          reason: 'EXPECTED_POSITION',
          head: 1,
        });
      });

      it('compares an expected position with the head that the command itself meets', async () => {
        const met = command({ expectedPosition: at(3) });
        expect(
          await append(command({ expectedPosition: at(1), events: [event(), event()] }), met),
        ).toMatchObject({
          outcome: 'appended',
          head: 4,
        });
        expect(await append(command({}), command({ expectedPosition: at(4) }))).toMatchObject({
          outcome: 'conflict',
          command: 1,
          reason: 'EXPECTED_POSITION',
        });
      });
    });

    describe('knowledge time', () => {
      const y = (year: number) => `${year}-01-01T00:00:00.000000Z` as Instant;

      it("keeps what a backdated register says beside the ledger's own clock", async () => {
        const old = { ...organisationDraft(), knownAt: y(1960) };
        await store.register(old);
        await store.append(old.id, [command({ knownAt: y(1970), events: [event(), event()] })]);
        await store.append(old.id, [command({ knownAt: y(1980) }), command({})]);
        const rows = (await collect(store.streamStored(old.id))).flat();

        expect(rows.slice(0, 4).map(({ knownAt }) => knownAt)).toEqual([y(1960), y(1970), y(1970), y(1980)]);
        expect(rows[4]?.knownAt).toBe(rows[4]?.recordedAt);
        expect(rows.every(({ recordedAt }) => recordedAt > '2020')).toBe(true);
        expect(await store.timesAt(old.id, at(3))).toEqual({
          recordedAt: rows[2]?.recordedAt,
          knownAt: y(1970),
        });
        expect(await store.timesAt(old.id, at(6))).toBeNull();

        const known = (year: number) => store.positionKnownAt(old.id, y(year));
        expect([await known(1959), await known(1960), await known(1979), await known(1980)]).toEqual([
          0, 1, 3, 4,
        ]);
        expect(await known(2999)).toBe(5);
        expect(await store.positionKnownAt(old.id, justBefore(y(1970)))).toBe(1);
      });

      it('refuses to go backwards, also after an ordinary event', async () => {
        expect(await append(command({ knownAt: y(1970) }))).toMatchObject({
          outcome: 'conflict',
          reason: 'KNOWN_AT_BACKWARDS',
        });
        const old = { ...organisationDraft(), knownAt: y(1960) };
        await store.register(old);
        expect(
          await store.append(old.id, [command({ knownAt: y(1971) }), command({ knownAt: y(1970) })]),
        ).toMatchObject({ outcome: 'conflict', command: 1, reason: 'KNOWN_AT_BACKWARDS', head: 1 });
      });

      it('refuses the future', async () => {
        expect(await append(command({ knownAt: y(2999) }))).toMatchObject({
          outcome: 'conflict',
          reason: 'KNOWN_AT_FUTURE',
        });
      });

      it('knows each event from its own microsecond on', async () => {
        await append(command({ events: [event(), event(), event()] }));
        for (const { position, knownAt } of await stored()) {
          expect(await store.positionKnownAt(organisation, knownAt)).toBe(position);
          expect(await store.positionKnownAt(organisation, justBefore(knownAt))).toBe(position - 1);
        }
      });

      it('knows nothing of an organisation that does not exist', async () => {
        expect(await store.positionKnownAt(newId(), y(2000))).toBe(0);
        expect(await store.head(newId())).toBeNull();
      });
    });

    describe('malformed calls are faults', () => {
      const twice = command({});
      it.each<[string, CommandDraft[]]>([
        ['no commands', []],
        ['no events', [command({ events: [] })]],
        ['an empty key', [command({ idempotencyKey: '' })]],
        ['a key of 201 characters', [command({ idempotencyKey: 'k'.repeat(201) })]],
        ['a line break in a key', [command({ idempotencyKey: 'a\nb' })]],
        ['a key twice', [twice, twice]],
        ['an event id in capitals', [command({ events: [event({ eventId: randomUUID().toUpperCase() })] })]],
        ['a type with a space', [command({ events: [event({ type: 'Not ed' })] })]],
        ['schema version 0', [command({ events: [event({ schemaVersion: 0 })] })]],
        ['half an expected position', [command({ expectedPosition: at(1.5) })]],
        ['a negative basis', [command({ basis: at(-1) })]],
        ['a separator in a read-set key', [command({ reads: ['a\u001fb'] })]],
        ['a date as knownAt', [command({ knownAt: '2020-01-01' as Instant })]],
      ])('%s', async (_, commands) => {
        await expect(append(...commands)).rejects.toMatchObject({ code: 'INVALID_APPEND' });
      });

      it.each<[string, JsonValue]>([
        ['NaN', Number.NaN],
        ['NUL', 'a\u0000b'],
        ['a lone surrogate', '\ud800'],
      ])('%s in the data', async (_, value) => {
        await expect(append(command({ events: [event({ data: { value } })] }))).rejects.toMatchObject({
          code: 'NOT_CANONICAL',
        });
        expect(await stored()).toHaveLength(1);
      });

      it('an organisation that does not exist', async () => {
        await expect(store.append(newId(), [command({})])).rejects.toMatchObject({
          code: 'UNKNOWN_ORGANISATION',
        });
      });
    });

    describe('reading', () => {
      it('brings old schema versions up to date and leaves the stored bytes alone', async () => {
        await append(
          command({
            events: [
              event({ type: 'Renamed', schemaVersion: 1, data: { name: 'IT' } }),
              event({ type: 'Renamed', schemaVersion: 2, data: { to: 'VO IT', note: 'x' } }),
            ],
          }),
        );
        const events = await store.read(organisation, at(1), 10);

        expect(events.map(({ schemaVersion, data }) => [schemaVersion, data])).toEqual([
          [3, { to: 'IT', note: '' }],
          [3, { to: 'VO IT', note: 'x' }],
        ]);
        expect((await stored())[1]).toMatchObject({ schemaVersion: 1 });
        expect((await stored())[1]?.envelope).toContain('"data":{"name":"IT"}');
      });

      it.each([
        ['UNKNOWN_EVENT_TYPE', event({ type: 'FromTheFuture' })],
        ['UNKNOWN_EVENT_VERSION', event({ type: 'Renamed', schemaVersion: 4 })],
      ])('faults with %s', async (code, unknown) => {
        await append(command({ events: [unknown] }));

        await expect(store.read(organisation, at(0), 10)).rejects.toMatchObject({ code });
        await expect(collect(store.stream(organisation))).rejects.toMatchObject({ code });
        expect(await stored()).toHaveLength(2);
      });

      it('reads by position and limit', async () => {
        await append(command({ events: Array.from({ length: 9 }, () => event()) }));
        const positions = async (after: number, limit: number) =>
          (await store.read(organisation, at(after), limit)).map(({ position }) => position);

        expect(await positions(0, 3)).toEqual([1, 2, 3]);
        expect(await positions(8, 5)).toEqual([9, 10]);
        expect(await positions(10, 5)).toEqual([]);
        expect(await positions(0, 0)).toEqual([]);
      });

      it('streams in batches within a range', async () => {
        await append(command({ events: Array.from({ length: 9 }, () => event()) }));
        const batches = await collect(
          store.stream(organisation, { after: at(2), upTo: at(9), batchSize: 3 }),
        );

        expect(batches.map((batch) => batch.map(({ position }) => position))).toEqual([
          [3, 4, 5],
          [6, 7, 8],
          [9],
        ]);
        expect(await collect(store.stream(organisation, { after: at(10) }))).toEqual([]);
        expect((await collect(store.stream(organisation))).flat()).toHaveLength(10);
      });

      it('gives each reader the same events whatever the batches', async () => {
        await append(command({ events: Array.from({ length: 40 }, () => event()) }));
        const whole = await store.read(organisation, at(0), 100);

        for (const batchSize of [1, 7, 40, 41, 1000]) {
          expect((await collect(store.stream(organisation, { batchSize }))).flat()).toEqual(whole);
        }
      });
    });

    describe('transactions', () => {
      it('commit several appends together', async () => {
        const heads = await store.transaction(async (writer) => {
          const first = await writer.append(organisation, [command({})]);
          const second = await writer.append(organisation, [command({})]);
          return [first, second].map((outcome) => (outcome.outcome === 'appended' ? outcome.head : null));
        });

        expect(heads).toEqual([2, 3]);
        expect(await stored()).toHaveLength(3);
      });

      it('undo everything if the work fails', async () => {
        const before = await store.head(organisation);
        const newcomer = organisationDraft();
        const draft = command({});
        const work = store.transaction(async (writer) => {
          await writer.register(newcomer);
          await writer.append(organisation, [draft]);
          throw new Error('changed my mind');
        });

        await expect(work).rejects.toThrow('changed my mind');
        expect(await store.head(organisation)).toEqual(before);
        expect(await store.findOrganisation({ id: newcomer.id })).toBeNull();
        expect(await store.findCommand(organisation, draft.idempotencyKey)).toBeNull();
        expect(await append(draft)).toMatchObject({ outcome: 'appended' });
      });
    });

    describe('concurrency', () => {
      it('lets 20 writers race: what is acknowledged is stored, gapless and in order', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, async () => {
            const mine: [string, AppendOutcome][] = [];
            for (let i = 0; i < 10; i++) {
              const draft = command({ events: i % 3 === 0 ? [event(), event()] : [event()] });
              mine.push([draft.idempotencyKey, await append(draft)]);
            }
            return mine;
          }),
        );
        const rows = await stored();

        expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
        const times = rows.map(({ recordedAt }) => recordedAt);
        expect(times).toEqual([...new Set(times)].sort());
        for (const [key, outcome] of outcomes.flat()) {
          if (outcome.outcome !== 'appended') throw new Error(outcome.outcome);
          const [range] = outcome.commands;
          expect(rows.filter((row) => row.command === key).map(({ position }) => position)).toEqual(
            range?.first === range?.last ? [range?.first] : [range?.first, range?.last],
          );
        }
        expect(rows).toHaveLength(1 + 20 * (4 * 2 + 6));
      });

      it('gives ten simultaneous retries one effect', async () => {
        const draft = command({});
        const outcomes = await Promise.all(Array.from({ length: 10 }, () => append(draft)));

        expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
        expect(
          outcomes.filter((o) => o.outcome === 'duplicate' && !o.mismatch && o.stored.first === 2),
        ).toHaveLength(9);
        expect(await stored()).toHaveLength(2);
      });

      it('never lets A under B while B goes under A', async () => {
        for (let round = 0; round < 20; round++) {
          const basis = (await store.head(organisation))?.position ?? at(0);
          const reads = ['a', 'b'];
          const outcomes = await Promise.all([
            append(command({ basis, reads, events: [event({ touches: ['a'] })] })),
            append(command({ basis, reads, events: [event({ touches: ['b'] })] })),
          ]);

          expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'conflict']);
        }
      });

      it('lets writers that read different units pass', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            append(command({ basis: at(1), reads: [`u${i}`], events: [event({ touches: [`u${i}`] })] })),
          ),
        );

        expect(outcomes.every(({ outcome }) => outcome === 'appended')).toBe(true);
      });
    });
  });
}

function justBefore(instant: Instant): Instant {
  const micros = BigInt(Date.parse(`${instant.slice(0, 23)}Z`)) * 1000n + BigInt(instant.slice(23, 26)) - 1n;
  const millis = micros >= 0n ? micros / 1000n : (micros - 999n) / 1000n;
  const rest = String(micros - millis * 1000n).padStart(3, '0');
  return `${new Date(Number(millis)).toISOString().slice(0, -1)}${rest}Z` as Instant;
}
