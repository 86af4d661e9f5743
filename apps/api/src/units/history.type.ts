import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { HistoryEntry, Reason as Why } from '#structure';
import { Change, LogEntry } from '../changes/change.type.js';
import { ChangeDate } from '../changes/change-date.type.js';
import { RelationEnum } from '../schema/enums.js';
import { JsonScalar, PositionScalar } from '../schema/scalars.js';

const FIELD = '`existence`, `name`, `type`, `parent:<hierarchy>` or `code:<scheme>`';

@ObjectType({ description: 'One thing that was ever said about a unit, in both times.' })
export class Version {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly version: HistoryEntry,
  ) {}

  @Field(() => String, {
    description: `${FIELD}; or a step of lineage: \`predecessor\` or \`successor\`.`,
  })
  get field(): string {
    return this.version.field;
  }

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'A text; the id of a parent, predecessor or successor; whether it is in force; null: none, or a root.',
  })
  get value(): string | boolean | null {
    return this.version.value;
  }

  @Field(() => String, { nullable: true, description: 'What the unit with that id was called then.' })
  get valueName(): string | null {
    return this.version.valueName;
  }

  @Field(() => RelationEnum, { nullable: true, description: 'Of a step of lineage.' })
  get relation(): string | null {
    return this.version.relation;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the predecessor that went there; null: not known.',
  })
  get share(): number | null {
    return this.version.share;
  }

  @Field(() => ChangeDate, {
    description: "From when it holds, until the field's next version that is known at the same time.",
  })
  get validFrom(): ChangeDate {
    return this.version.validFrom;
  }

  @Field(() => ID, { description: 'The change that says so.' })
  get change(): string {
    return this.version.change;
  }

  @Field(() => PositionScalar, { description: 'Known from this event of the ledger.' })
  get knownFrom(): number {
    return this.version.knownFrom;
  }

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Taken back by this event; null while it stands.',
  })
  get knownUntil(): number | null {
    return this.version.knownUntil;
  }

  @Field(() => LogEntry, { description: 'The event that said it.' })
  get recorded(): LogEntry {
    return new LogEntry(this.reading, this.version.recorded);
  }

  @Field(() => LogEntry, { nullable: true, description: 'The amendment that took it back.' })
  get takenBack(): LogEntry | null {
    const { takenBack } = this.version;
    return takenBack === null ? null : new LogEntry(this.reading, takenBack);
  }
}

@ObjectType({ description: 'The change behind one thing that is so.' })
export class Reason {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly why: Why,
  ) {}

  @Field(() => String, { description: `${FIELD}.` })
  get field(): string {
    return this.why.field;
  }

  @Field(() => JsonScalar, {
    nullable: true,
    description: "A text; a parent's id; whether it is in force; null: none, or a root.",
  })
  get value(): string | boolean | null {
    return this.why.value;
  }

  @Field(() => String, { nullable: true, description: "The parent's name, when the field is a parent." })
  get valueName(): string | null {
    return this.why.valueName;
  }

  @Field(() => Boolean, { description: 'False while the change may or may not have taken effect.' })
  get certain(): boolean {
    return this.why.certain;
  }

  @Field(() => Change, { description: 'The change.' })
  get change(): Change {
    return new Change(this.reading, this.why.change);
  }
}
