import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql';
import { recordWords, type OrganisationReading } from '#chronicle';
import { logOfRecord, type KnownRecord, type RecordEvent as Recorded } from '#records';
import { whenOf } from '#structure';
import { impreciseDate, type Message } from '#temporal';
import { ChangeDate } from '../changes/change-date.type.js';
import { Node } from '../schema/node.type.js';
import { InstantScalar, JsonScalar, PositionScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { RecordRecordingEnum } from '../schema/governance-enums.js';

@ObjectType({ description: 'One event of the ledger about a record: who recorded what, when and why.' })
export class RecordLogEntry {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly event: Recorded,
  ) {}

  @Field(() => PositionScalar, { description: 'Its place in the ledger.' })
  get position(): number {
    return this.event.position;
  }

  @Field(() => RecordRecordingEnum, { description: 'What it did with the record.' })
  get recording(): string {
    return this.event.recording;
  }

  @Field(() => InstantScalar, { description: "When it was recorded, by the ledger's own clock." })
  get recordedAt(): string {
    return this.event.recordedAt;
  }

  @Field(() => InstantScalar, {
    description: 'When it was known: as recorded, or in a backdated import what the register itself says.',
  })
  get knownAt(): string {
    return this.event.knownAt;
  }

  @Field(() => String, { description: 'Who recorded it: an opaque id.' })
  get actor(): string {
    return this.event.actor;
  }

  @Field(() => String, { nullable: true, description: 'Why.' })
  get reason(): string | null {
    return this.event.reason ?? null;
  }

  @Field(() => Text, { nullable: true, description: 'What it said; null for a withdrawal.' })
  get sentence(): Message | null {
    const { register, base } = this.reading;
    const { version, kind, position } = this.event;
    if (version === undefined) return null;
    return register.kindOf(kind).sentence(version.payload, recordWords(register, base, position));
  }

  @Field(() => JsonScalar, { nullable: true, description: 'Where it comes from, as given.' })
  get source(): unknown {
    return this.event.version?.source ?? null;
  }
}

@InterfaceType('Record', {
  implements: () => [Node],
  description:
    'What is recorded beside the structure: a matter, a decision, an assignment ... as it is known; `log` has what was said before.',
})
export abstract class RecordNode<P = unknown> implements Node {
  constructor(
    readonly reading: OrganisationReading,
    readonly known: KnownRecord<P>,
  ) {}

  get payload(): P {
    return this.known.payload;
  }

  @Field(() => ID, { description: 'A UUID, kept through all corrections.' })
  get id(): string {
    return this.known.id;
  }

  @Field(() => String, { nullable: true, description: 'The name its source gave it.' })
  get externalId(): string | null {
    return this.known.externalId ?? null;
  }

  @Field(() => String, { description: 'What it is called where others mention it.' })
  get called(): string {
    const { register, base, ledgerPosition } = this.reading;
    return recordWords(register, base, ledgerPosition).record(this.known.id);
  }

  @Field(() => Text, { description: 'What it says, as a sentence.' })
  get sentence(): Message {
    const { register, base, ledgerPosition } = this.reading;
    const { kind } = register.entries.get(this.known.id)!;
    return register.kindOf(kind).sentence(this.payload, recordWords(register, base, ledgerPosition));
  }

  @Field(() => JsonScalar, { nullable: true, description: 'Where it comes from, as given.' })
  get source(): unknown {
    return this.known.source ?? null;
  }

  @Field(() => [RecordLogEntry], { description: 'How it was recorded and corrected, first to last.' })
  get log(): RecordLogEntry[] {
    const { register, ledgerPosition } = this.reading;
    return logOfRecord(register, this.known.id, ledgerPosition).map(
      (event) => new RecordLogEntry(this.reading, event),
    );
  }
}

/** A date as written with its first and last possible day; null if there is none. */
export function dateGiven(written: string | undefined): ChangeDate | null {
  return written === undefined ? null : whenOf(impreciseDate(written));
}
