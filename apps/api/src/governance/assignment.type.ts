import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type {
  Assessment,
  AssignmentOnDate,
  AssignmentParty as OnDate,
  AssignmentPayload,
  AssignmentStatus,
  HandOverPayload,
  ReportPayload,
} from '#governance';
import type { KnownRecord } from '#records';
import { ChangeDate } from '../changes/change-date.type.js';
import { connectionOf } from '../schema/connection-of.js';
import { UnitStatusEnum } from '../schema/enums.js';
import { Node } from '../schema/node.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Unit } from '../units/unit.type.js';
import { AssessmentEnum } from '../schema/governance-enums.js';
import { AssignmentStandingEnum, AssignmentStatusEnum } from './reading-enums.js';
import { Party, unitIn } from './party.type.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({ description: 'Who has an assignment on the date.' })
export class AssignmentParty {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly party: OnDate,
  ) {}

  @Field(() => String, { description: 'What its unit is called on the date, else as it is written.' })
  get name(): string {
    return this.party.name ?? new Party(this.reading, this.party.party).name;
  }

  @Field(() => Unit, { nullable: true, description: 'Its unit; null where none is tracked.' })
  get unit(): Unit | null {
    return unitIn(this.reading, this.party.unit);
  }

  @Field(() => UnitStatusEnum, { nullable: true, description: 'Whether its unit exists on the date.' })
  get status(): string | null {
    return this.party.status;
  }

  @Field(() => [UnitReference], {
    description: 'Of a unit that has ended: the units in force on the date that its lineage leads to.',
  })
  get successors(): readonly UnitReference[] {
    return this.party.successors;
  }
}

@ObjectType({ implements: () => [Node, RecordNode], description: 'A report on an assignment.' })
export class AssignmentReport extends RecordNode<ReportPayload> {
  constructor(
    reading: OrganisationReading,
    known: KnownRecord<ReportPayload>,
    private readonly isCertain: boolean,
  ) {
    super(reading, known);
  }

  @Field(() => ChangeDate, {
    nullable: true,
    description: 'As dated; null: undated, it counts from the day on which it was recorded.',
  })
  get on(): ChangeDate | null {
    return dateGiven(this.payload.on);
  }

  @Field(() => Boolean, {
    description: 'False while it may not have come by the date: it is dated imprecisely.',
  })
  get certain(): boolean {
    return this.isCertain;
  }

  @Field(() => AssessmentEnum, { description: 'What it says of the assignment.' })
  get assessment(): string {
    return this.payload.assessment;
  }

  @Field(() => String, { nullable: true, description: 'In words.' })
  get text(): string | null {
    return this.payload.text ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  get place(): string | null {
    return this.payload.place ?? null;
  }

  @Field(() => Boolean, { description: 'The assignment is done with it.' })
  get final(): boolean {
    return this.payload.final ?? false;
  }
}

@ObjectType({
  implements: () => [Node, RecordNode],
  description: 'An assignment went over to somebody else.',
})
export class HandOver extends RecordNode<HandOverPayload> {
  @Field(() => [Party], { description: 'Who has it from then on.' })
  get to(): Party[] {
    return this.payload.to.map((party) => new Party(this.reading, party));
  }

  @Field(() => ChangeDate, {
    nullable: true,
    description: 'When; null: from the day on which it was recorded.',
  })
  get on(): ChangeDate | null {
    return dateGiven(this.payload.on);
  }
}

@ObjectType({
  implements: () => [Node, RecordNode],
  description: 'Work that a decision or plan hands to somebody, as it stands on the date.',
})
export class Assignment extends RecordNode<AssignmentPayload> {
  constructor(
    reading: OrganisationReading,
    known: KnownRecord<AssignmentPayload>,
    readonly state: AssignmentOnDate,
  ) {
    super(reading, known);
  }

  @Field(() => String, { description: 'Its title.' })
  get title(): string {
    return this.payload.title;
  }

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  get text(): string | null {
    return this.payload.text ?? null;
  }

  @Field(() => String, { nullable: true, description: 'What its plan or report numbers it: "2.2.1".' })
  get number(): string | null {
    return this.payload.number ?? null;
  }

  @Field(() => [AssignmentParty], { description: 'Who has it on the date.' })
  get to(): AssignmentParty[] {
    return this.state.to.map((party) => new AssignmentParty(this.reading, party));
  }

  @Field(() => [Party], { description: 'Who was given it first.' })
  get givenTo(): Party[] {
    return this.payload.to.map((party) => new Party(this.reading, party));
  }

  @Field(() => [AssignmentParty], { description: 'Together with whom.' })
  get with(): AssignmentParty[] {
    return this.state.with.map((party) => new AssignmentParty(this.reading, party));
  }

  @Field(() => Party, { nullable: true, description: 'To whom it is reported.' })
  get reportTo(): Party | null {
    const { reportTo } = this.payload;
    return reportTo === undefined ? null : new Party(this.reading, reportTo);
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When it was given; null: with its decision.' })
  get given(): ChangeDate | null {
    return dateGiven(this.payload.given);
  }

  @Field(() => ChangeDate, { nullable: true, description: 'By when; null: no date is set.' })
  get due(): ChangeDate | null {
    return this.state.due;
  }

  @Field(() => [String], { description: 'Steering documents that it is to change.' })
  get steeringDocuments(): readonly string[] {
    return this.payload.steeringDocuments ?? [];
  }

  @Field(() => AssignmentStandingEnum, { description: 'How firm it is.' })
  get standing(): string {
    return this.state.standing;
  }

  @Field(() => AssignmentStatusEnum, { description: 'How far it has come.' })
  get status(): string {
    return this.state.status;
  }

  @Field(() => Boolean, { description: 'It should certainly have been reported by the date, and was not.' })
  get overdue(): boolean {
    return this.state.status === 'overdue';
  }

  @Field(() => AssessmentEnum, {
    nullable: true,
    description: 'Of the last report; null: there is none. NONE_GIVEN: it assesses nothing.',
  })
  get assessment(): string | null {
    return this.state.assessment;
  }

  @Field(() => Boolean, { description: 'A unit that has it has ended, and nobody has taken it over.' })
  get needsHandOver(): boolean {
    return this.state.needsHandOver;
  }

  @Field(() => [HandOver], { description: 'How it went over to others by the date, oldest first.' })
  get handOvers(): HandOver[] {
    return this.state.handOvers.map((known) => new HandOver(this.reading, known));
  }
}

@ObjectType({ description: 'A page of assignments, in the order of their recording.' })
export class AssignmentConnection extends connectionOf(() => Assignment, 'Assignment', 'assignment') {}

@InputType({ description: 'Which assignments; all that is given must hold.' })
export class AssignmentFilterInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Those that the unit has, does together with others, or stands to take over from one that has ended: id, key or scheme:value.',
  })
  readonly unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of the matter: its id, number or external id.' })
  readonly matter?: string | null;

  @Field(() => AssessmentEnum, { nullable: true, description: 'Those last assessed so.' })
  readonly assessment?: Assessment | null;

  @Field(() => [AssignmentStatusEnum], { nullable: true, description: 'Those that have come so far.' })
  readonly status?: readonly AssignmentStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that wait to be handed over, or those that do not.',
  })
  readonly needsHandOver?: boolean | null;
}
