import type { PoolClient } from 'pg';

import type { BackupCommand, BackupOrganisation } from './backup-format.js';
import { type Envelope, parseEnvelope } from './envelope.js';
import { LedgerFault } from './ledger-fault.js';
import type { CommandRecord, StoredEvent } from './ledger-store.js';
import { ChainVerification } from './verify-chain.js';

const BATCH = 1000;
const UNIT_SEPARATOR = '\u001f';

/** One organisation on its way from a backup into the tables, verified before it is written. */
export class RestoredOrganisation {
  private readonly verification: ChainVerification;
  private events: StoredEvent[] = [];
  private commands: CommandRecord[] = [];
  private last: StoredEvent | undefined;
  /** The first event of the command that has not ended yet. */
  private opening: StoredEvent | undefined;

  private constructor(
    private readonly client: PoolClient,
    private readonly line: BackupOrganisation,
  ) {
    this.verification = new ChainVerification(line.organisation.id);
  }

  /** @throws LedgerFault RESTORE_REFUSED if the id or slug is taken */
  static async begin(client: PoolClient, line: BackupOrganisation): Promise<RestoredOrganisation> {
    const { id, slug, name } = line.organisation;
    const { rowCount } = await client.query(
      'insert into ledger.organisation values ($1, $2, $3) on conflict do nothing',
      [id, slug, name],
    );
    if (rowCount !== 1) {
      throw new LedgerFault(
        'RESTORE_REFUSED',
        `There is already an organisation ${slug} (or ${id}). Nothing was restored.`,
      );
    }
    return new RestoredOrganisation(client, line);
  }

  /** @throws LedgerFault RESTORE_REFUSED if the chain does not hold */
  async add({ hash, envelope }: Pick<StoredEvent, 'hash' | 'envelope'>): Promise<void> {
    const event = this.eventOf(hash, envelope);
    if (!this.verification.accept([event])) this.refuseFinding();
    if (this.opening !== undefined && this.opening.command !== event.command) {
      this.refuse(`command ${this.opening.command} has no end`);
    }
    this.opening ??= event;
    this.last = event;
    this.events.push(event);
    if (this.events.length >= BATCH) await this.write();
  }

  endCommand({ key, digest }: BackupCommand): void {
    const { opening, last } = this;
    if (opening?.command !== key || last === undefined)
      return this.refuse(`command ${key} ends where it has no events`);
    this.commands.push({
      key,
      digest,
      first: opening.position,
      last: last.position,
      recordedAt: last.recordedAt,
    });
    this.opening = undefined;
  }

  async finish(): Promise<void> {
    if (!this.verification.finish().ok) this.refuseFinding();
    const { head } = this.line;
    const last = this.last;
    if (last === undefined || last.position !== head.position || last.hash !== head.hash) {
      return this.refuse(`it should end at position ${head.position} and ends at ${last?.position ?? 0}`);
    }
    if (this.opening !== undefined) this.refuse(`command ${this.opening.command} has no end`);
    await this.write();
    await this.client.query(`insert into ledger.head values ($1, $2, decode($3, 'hex'), $4, $5)`, [
      this.line.organisation.id,
      last.position,
      last.hash,
      last.recordedAt,
      last.knownAt,
    ]);
  }

  private eventOf(hash: string, text: string): StoredEvent {
    const envelope = this.parse(text);
    const { position, recordedAt, knownAt } = envelope.written;
    if (position === 1) this.checkRegistration(envelope);
    return {
      position,
      eventId: envelope.eventId,
      type: envelope.type,
      schemaVersion: envelope.schemaVersion,
      recordedAt,
      knownAt,
      command: envelope.command.key,
      touches: envelope.touches,
      envelope: text,
      hash,
    };
  }

  private parse(text: string): Envelope {
    try {
      const envelope = parseEnvelope(text);
      if (
        Array.isArray(envelope.touches) &&
        typeof envelope.command.key === 'string' &&
        envelope.written !== undefined
      ) {
        return envelope;
      }
    } catch {
      // Said below.
    }
    return this.refuse('an event is not readable');
  }

  /** The registry's slug and name are outside the chain; the first event has them inside it. */
  private checkRegistration({ data }: Envelope): void {
    const { slug, name } = this.line.organisation;
    if (data['slug'] !== slug || data['name'] !== name)
      this.refuse('its name or slug is not the registered one');
  }

  private async write(): Promise<void> {
    const { events, commands } = this;
    this.events = [];
    this.commands = [];
    if (events.length > 0)
      await this.client.query({
        name: 'restore-events',
        text: INSERT_EVENTS,
        values: eventValues(this.line, events),
      });
    if (commands.length > 0)
      await this.client.query({
        name: 'restore-commands',
        text: INSERT_COMMANDS,
        values: commandValues(this.line, commands),
      });
  }

  private refuseFinding(): never {
    const verdict = this.verification.finish();
    return this.refuse(verdict.ok ? 'its chain is broken' : verdict.message.en);
  }

  private refuse(why: string): never {
    const { slug } = this.line.organisation;
    throw new LedgerFault(
      'RESTORE_REFUSED',
      `The backup is refused: organisation ${slug}: ${why}. Nothing was restored.`,
    );
  }
}

const INSERT_EVENTS = `
  insert into ledger.event (organisation_id, position, event_id, recorded_at, known_at, schema_version, type, command,
    touches, envelope, hash)
  select $1, e.position, e.id, e.recorded_at, e.known_at, e.version, e.type, e.command,
    coalesce(string_to_array(e.touches, chr(31)), '{}'), e.envelope, decode(e.hash, 'hex')
  from unnest($2::bigint[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::smallint[],
    string_to_array($7::text, chr(10)), string_to_array($8::text, chr(10)), string_to_array($9::text, chr(10)),
    string_to_array($10::text, chr(10)), string_to_array($11::text, chr(10)))
    as e (position, id, recorded_at, known_at, version, type, command, touches, envelope, hash)`;

const INSERT_COMMANDS = `
  insert into ledger.command (organisation_id, idempotency_key, first_position, last_position, recorded_at, digest)
  select $1, c.key, c.first, c.last, c.recorded_at, decode(c.digest, 'hex')
  from unnest(string_to_array($2::text, chr(10)), $3::bigint[], $4::bigint[], $5::timestamptz[],
    string_to_array($6::text, chr(10))) as c (key, first, last, recorded_at, digest)`;

function eventValues({ organisation }: BackupOrganisation, events: readonly StoredEvent[]): unknown[] {
  const lines = (text: (event: StoredEvent) => string) => events.map(text).join('\n');
  const array = (value: (event: StoredEvent) => string | number) => `{${events.map(value).join()}}`;
  return [
    organisation.id,
    array((event) => event.position),
    array((event) => event.eventId),
    array((event) => event.recordedAt),
    array((event) => event.knownAt),
    array((event) => event.schemaVersion),
    lines((event) => event.type),
    lines((event) => event.command),
    lines((event) => event.touches.join(UNIT_SEPARATOR)),
    lines((event) => event.envelope),
    lines((event) => event.hash),
  ];
}

function commandValues({ organisation }: BackupOrganisation, commands: readonly CommandRecord[]): unknown[] {
  return [
    organisation.id,
    commands.map(({ key }) => key).join('\n'),
    `{${commands.map(({ first }) => first).join()}}`,
    `{${commands.map(({ last }) => last).join()}}`,
    `{${commands.map(({ recordedAt }) => recordedAt).join()}}`,
    commands.map(({ digest }) => digest).join('\n'),
  ];
}
