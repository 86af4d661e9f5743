import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { recordWords, type OrganisationMemory, type OrganisationReading } from '#chronicle';
import { instantOf, microsecondsOf, parseEnvelope } from '#ledger';
import { logOfRecord } from '#records';
import { narrate, whenOf } from '#structure';
import type { Instant, Message } from '#temporal';
import { ChangeDate } from '../changes/change-date.type.js';
import { Change } from '../changes/change.type.js';
import { changeIn } from '../governance/change-in.js';
import { connectionOf } from '../schema/connection-of.js';
import { InstantScalar, JsonScalar, PositionScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { LedgerEventTypeEnum } from './event-type.enum.js';
import { RecordedEvents, type Remembered } from './recorded-events.js';
import type { StoredEvents } from './stored-events.js';

/** What the events of one answer share. */
export interface LedgerPage {
  readonly reading: OrganisationReading;
  readonly memory: OrganisationMemory;
  readonly events: RecordedEvents;
  readonly stored: StoredEvents;
}

@ObjectType({
  description:
    'One event of the ledger as it was recorded. It never changes: what is put right later is an event of its own.',
})
export class LedgerEvent {
  private readonly remembered: Remembered;

  constructor(
    private readonly page: LedgerPage,
    private readonly place: number,
  ) {
    this.remembered = page.events.at(place);
  }

  @Field(() => PositionScalar, { description: 'Its place in the ledger, from 1 without gaps.' })
  get position(): number {
    return this.place;
  }

  @Field(() => LedgerEventTypeEnum, { description: 'What kind of event.' })
  get type(): string {
    return this.page.events.typeOf(this.remembered);
  }

  @Field(() => InstantScalar, { description: "When it was recorded, by the ledger's own clock." })
  get recordedAt(): Promise<string> {
    return this.stored().then(({ recordedAt }) => recordedAt);
  }

  @Field(() => InstantScalar, {
    description: 'When it was known: as recorded, or in a backdated import what the register itself says.',
  })
  get knownAt(): Promise<string> {
    return this.stored().then(({ knownAt }) => knownAt);
  }

  @Field(() => InstantScalar, {
    description: 'The last time at which it was not known yet: what was believed before.',
  })
  get unknownUntil(): Promise<string> {
    return this.stored().then(({ knownAt }) => justBefore(knownAt));
  }

  @Field(() => String, { description: 'Who recorded it: an opaque id.' })
  get actor(): Promise<string> {
    return this.parsed().then(({ command }) => command.actor);
  }

  @Field(() => String, { nullable: true, description: 'Why.' })
  get reason(): Promise<string | null> {
    return this.parsed().then(({ command }) => command.reason ?? null);
  }

  @Field(() => String, { description: 'The command that recorded it, such as `renameUnit` or an import.' })
  get command(): Promise<string> {
    return this.parsed().then(({ command }) => command.type);
  }

  @Field(() => Text, {
    nullable: true,
    description:
      'What it says happens, or is so, as told when it was recorded; null where it only takes back.',
  })
  get sentence(): Message | null {
    const { memory, reading } = this.page;
    const event = this.remembered;
    if (event.about === 'organisation') {
      const { name } = reading.organisation;
      return { sv: `${name} registrerades`, en: `${name} was registered` };
    }
    if (event.about === 'change') {
      const { version } = event.entry;
      return version === undefined ? null : narrate(memory.timeline, version, this.place);
    }
    const { record, kind } = event.entry;
    const version = logOfRecord(memory.register, record, this.place).at(-1)?.version;
    if (version === undefined) return null;
    const words = recordWords(memory.register, memory.timeline, this.place);
    return memory.register.kindOf(kind).sentence(version.payload, words);
  }

  @Field(() => ChangeDate, { nullable: true, description: 'The date that it gives a change.' })
  get on(): ChangeDate | null {
    const event = this.remembered;
    const version = event.about === 'change' ? event.entry.version : undefined;
    return version === undefined ? null : whenOf(version.on);
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the change or record that it is about; null: the organisation itself.',
  })
  get about(): string | null {
    const event = this.remembered;
    if (event.about === 'organisation') return null;
    return event.about === 'change' ? event.entry.change.id : event.entry.record;
  }

  @Field(() => Change, { nullable: true, description: 'The change that it is about, as it is known.' })
  get change(): Change | null {
    const { remembered, page } = this;
    return remembered.about === 'change' ? changeIn(page.reading, remembered.entry.change.id) : null;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the scenario by whose adoption it was recorded.',
  })
  get scenario(): string | null {
    const event = this.remembered;
    return event.about === 'change' ? (event.entry.scenario ?? null) : null;
  }

  @Field(() => LedgerEvent, {
    nullable: true,
    description: 'The event whose content it replaced or took back: what was believed before.',
  })
  get before(): LedgerEvent | null {
    const position = this.page.events.before(this.place);
    return position === undefined ? null : new LedgerEvent(this.page, position);
  }

  @Field(() => ID, { description: 'Its own id, a UUID.' })
  get eventId(): Promise<string> {
    return this.stored().then(({ eventId }) => eventId);
  }

  @Field(() => Int, { description: 'The version of the schema that its stored data has.' })
  get schemaVersion(): Promise<number> {
    return this.stored().then(({ schemaVersion }) => schemaVersion);
  }

  @Field(() => JsonScalar, { description: 'Its data as stored, with what it came to.' })
  get data(): Promise<unknown> {
    return this.parsed().then(({ data }) => data);
  }

  @Field(() => String, {
    description: 'The hash of the chain with it: SHA-256 as 64 hexadecimal digits.',
  })
  get hash(): Promise<string> {
    return this.stored().then(({ hash }) => hash);
  }

  @Field(() => String, { description: 'The hash of the chain before it; at the first event, the start.' })
  get hashBefore(): Promise<string> {
    return this.page.stored.hashBefore(this.place);
  }

  @Field(() => String, {
    description:
      'The exact text that is stored and hashed (canonical JSON), so that the hash can be worked out elsewhere.',
  })
  get envelope(): Promise<string> {
    return this.stored().then(({ envelope }) => envelope);
  }

  /** What its record is looked up by. */
  get asked(): { readonly reading: OrganisationReading; readonly recordId: string | null } {
    const event = this.remembered;
    const recordId = event.about === 'record' ? event.entry.record : null;
    return { reading: this.page.reading, recordId };
  }

  private stored() {
    return this.page.stored.at(this.place);
  }

  private async parsed() {
    return parseEnvelope((await this.stored()).envelope);
  }
}

@ObjectType({ description: 'A page of the ledger, newest first.' })
export class LedgerEventConnection extends connectionOf(() => LedgerEvent, 'LedgerEvent', 'event') {}

function justBefore(time: Instant): string {
  return instantOf(microsecondsOf(time) - 1);
}
