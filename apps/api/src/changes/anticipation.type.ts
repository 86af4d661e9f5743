import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { nameAt, OPEN_QUESTIONS, type Anticipated, type ChronicleEntry, type UnitId } from '#structure';
import { ChangeKindEnum, OpenQuestionEnum } from '../schema/enums.js';
import { UnitReference } from '../units/unit-reference.type.js';

@ObjectType({ description: 'What is known of a change whose form, name or date is still open.' })
export class Anticipation {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly anticipated: Anticipated,
  ) {}

  /** Of a change of kind `anticipate`; null of any other. */
  static of(reading: OrganisationReading, { kind, version }: ChronicleEntry): Anticipation | null {
    return kind === 'anticipate' ? new Anticipation(reading, version.payload as Anticipated) : null;
  }

  @Field(() => String, { description: 'What is said to come, in the words of the source.' })
  get what(): string {
    return this.anticipated.what;
  }

  @Field(() => [ChangeKindEnum], { description: 'The kinds that it may turn out to be; empty: not said.' })
  get forms(): readonly string[] {
    return this.anticipated.forms ?? [];
  }

  @Field(() => Int, { nullable: true, description: 'How many units it will make; null: not known.' })
  get count(): number | null {
    return this.anticipated.into?.count ?? null;
  }

  @Field(() => String, { nullable: true, description: 'What the unit will be called; null: not known.' })
  get name(): string | null {
    return this.anticipated.into?.name ?? null;
  }

  @Field(() => String, { nullable: true, description: 'The type of what it makes; null: not known.' })
  get type(): string | null {
    return this.anticipated.into?.type ?? null;
  }

  @Field(() => UnitReference, {
    nullable: true,
    description: 'The unit that it will stand under; null: not known, or a root.',
  })
  get parent(): UnitReference | null {
    const id = this.anticipated.into?.parent;
    if (id == null) return null;
    const unit = this.reading.timeline.units.get(id as UnitId);
    return { id, name: unit === undefined ? null : nameAt(this.reading, unit) };
  }

  @Field(() => [OpenQuestionEnum], { description: 'What the source leaves open.' })
  get unknown(): readonly string[] {
    const { unknown = [] } = this.anticipated;
    return OPEN_QUESTIONS.filter((question) => unknown.includes(question));
  }
}
