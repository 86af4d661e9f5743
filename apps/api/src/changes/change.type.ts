import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { nameAt, narrate, whenOf, type ChronicleEntry, type LogEntry as RecordedEntry } from '#structure';
import { ChangeKindEnum, RecordingEnum } from '../schema/enums.js';
import { Node } from '../schema/node.type.js';
import { InstantScalar, JsonScalar, PositionScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Anticipation } from './anticipation.type.js';
import { ChangeDate } from './change-date.type.js';

@ObjectType({ description: 'One event of the ledger about a change: who recorded what, when and why.' })
export class LogEntry {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly entry: RecordedEntry,
  ) {}

  @Field(() => PositionScalar, { description: 'Its place in the ledger.' })
  get position(): number {
    return this.entry.position;
  }

  @Field(() => RecordingEnum, { description: 'What it did with the change.' })
  get recording(): string {
    return this.entry.recording;
  }

  @Field(() => InstantScalar, { description: "When it was recorded, by the ledger's own clock." })
  get recordedAt(): string {
    return this.entry.recordedAt;
  }

  @Field(() => InstantScalar, {
    description: 'When it was known: as recorded, or in a backdated import what the register itself says.',
  })
  get knownAt(): string {
    return this.entry.knownAt;
  }

  @Field(() => String, { description: 'Who recorded it: an opaque id.' })
  get actor(): string {
    return this.entry.actor;
  }

  @Field(() => String, { nullable: true, description: 'Why.' })
  get reason(): string | null {
    return this.entry.reason ?? null;
  }

  @Field(() => ChangeDate, { nullable: true, description: 'The date it gave; null for a cancellation.' })
  get on(): ChangeDate | null {
    const { version } = this.entry;
    return version === undefined ? null : whenOf(version.on);
  }

  @Field(() => Text, { nullable: true, description: 'What it said happens; null for a cancellation.' })
  get sentence(): Text | null {
    const { version } = this.entry;
    return version === undefined ? null : narrate(this.reading.timeline, version, this.entry.position);
  }

  @Field(() => JsonScalar, { nullable: true, description: 'The matter and decision it rests on, as given.' })
  get basis(): unknown {
    return this.entry.basis ?? null;
  }

  @Field(() => JsonScalar, { nullable: true, description: 'Where the fact comes from, as given.' })
  get source(): unknown {
    return this.entry.source ?? null;
  }
}

@ObjectType({
  implements: () => [Node],
  description: 'One dated fact about the structure as it is known; `log` has what was said before.',
})
export class Change implements Node {
  constructor(
    readonly reading: OrganisationReading,
    readonly entry: ChronicleEntry,
  ) {}

  @Field(() => ID, { description: 'A UUID, kept through all amendments.' })
  get id(): string {
    return this.entry.id;
  }

  @Field(() => String, { nullable: true, description: 'The name its source gave it.' })
  get externalId(): string | null {
    return this.entry.change.externalId ?? null;
  }

  @Field(() => ID, { description: 'Changes with the same set were recorded together, all or none.' })
  get changeSet(): string {
    return this.entry.change.changeSet;
  }

  @Field(() => ChangeKindEnum, { description: 'What kind of change.' })
  get kind(): string {
    return this.entry.kind;
  }

  @Field(() => ChangeDate, { description: 'When it takes effect.' })
  get on(): ChangeDate {
    return this.entry.on;
  }

  @Field(() => Boolean, { description: 'It was cancelled, and will not take effect.' })
  get cancelled(): boolean {
    return this.entry.cancelled;
  }

  @Field(() => Text, { description: 'What happens, without its date: "VO Service gick samman ...".' })
  get sentence(): Text {
    return this.entry.sentence;
  }

  @Field(() => [UnitReference], {
    description: 'The units it is about, called as they are on its last possible day.',
  })
  get units(): UnitReference[] {
    const { timeline } = this.reading;
    const reading = { ...this.reading, at: this.entry.version.from };
    const begins = new Map(
      this.entry.version.effects.flatMap((effect) =>
        effect.e === 'begin' ? [[effect.unit, effect.name] as const] : [],
      ),
    );
    return this.entry.units.map((id) => {
      const unit = timeline.units.get(id);
      return { id, name: unit === undefined ? (begins.get(id) ?? null) : nameAt(reading, unit) };
    });
  }

  @Field(() => Anticipation, {
    nullable: true,
    description: 'Of a change that is only anticipated: what is known of it, and what is open.',
  })
  get anticipation(): Anticipation | null {
    return Anticipation.of(this.reading, this.entry);
  }

  @Field(() => [LogEntry], { description: 'How it was recorded and amended, first to last.' })
  get log(): LogEntry[] {
    return this.entry.log.map((entry) => new LogEntry(this.reading, entry));
  }
}
