import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type {
  InferredStep,
  Observation as Observed,
  ObservationPayload,
  Verdict,
  VerdictPayload,
} from '#governance';
import type { KnownRecord } from '#records';
import { ChangeDate } from '../changes/change-date.type.js';
import { connectionOf } from '../schema/connection-of.js';
import { DirectionEnum, RelationEnum } from '../schema/enums.js';
import { Node } from '../schema/node.type.js';
import { Unit } from '../units/unit.type.js';
import { ConfidenceEnum } from '../schema/governance-enums.js';
import { VerdictEnum } from './reading-enums.js';
import { unitIn } from './party.type.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({ description: 'Lineage that is inferred from an observation.' })
export class Inference {
  @Field(() => Unit, { nullable: true, description: 'The predecessor.' })
  readonly from!: Unit | null;

  @Field(() => Unit, { nullable: true, description: 'The successor.' })
  readonly to!: Unit | null;

  @Field(() => RelationEnum, { description: 'How the one continues the other.' })
  readonly relation!: string;
}

@ObjectType({
  implements: () => [Node, RecordNode],
  description:
    'A later document that shows something from which an earlier change can be inferred. It never becomes a decision.',
})
export class Observation extends RecordNode<ObservationPayload> {
  constructor(
    reading: OrganisationReading,
    known: KnownRecord<ObservationPayload>,
    readonly reviewed: Pick<Observed, 'verdict' | 'verdictText' | 'reviewedBy'>,
  ) {
    super(reading, known);
  }

  @Field(() => String, { description: 'What is seen.' })
  get says(): string {
    return this.payload.says;
  }

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  get place(): string | null {
    return this.payload.place ?? null;
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When it was so; null: not known.' })
  get on(): ChangeDate | null {
    return dateGiven(this.payload.on);
  }

  @Field(() => [Unit], { description: 'The units that it shows.' })
  get units(): Unit[] {
    return this.payload.units.flatMap((id) => unitIn(this.reading, id) ?? []);
  }

  @Field(() => Inference, { nullable: true, description: 'The lineage that is inferred from it.' })
  get infers(): Inference | null {
    const { infers } = this.payload;
    return infers === undefined
      ? null
      : {
          from: unitIn(this.reading, infers.from),
          to: unitIn(this.reading, infers.to),
          relation: infers.relation,
        };
  }

  @Field(() => ConfidenceEnum, { description: 'How sure the inference is.' })
  get confidence(): string {
    return this.payload.confidence;
  }

  @Field(() => VerdictEnum, { description: 'What a person has said of it.' })
  get verdict(): string {
    return this.reviewed.verdict;
  }

  @Field(() => String, { nullable: true, description: 'Why.' })
  get verdictText(): string | null {
    return this.reviewed.verdictText;
  }
}

@ObjectType({ implements: () => [Node, RecordNode], description: 'What a person has said of an inference.' })
export class ObservationVerdict extends RecordNode<VerdictPayload> {
  @Field(() => VerdictEnum, { description: 'What.' })
  get verdict(): string {
    const { kind } = this.reading.register.entries.get(this.known.id)!;
    return kind === 'observationConfirmed' ? 'confirmed' : 'rejected';
  }

  @Field(() => String, { nullable: true, description: 'Why.' })
  get text(): string | null {
    return this.payload.text ?? null;
  }
}

@ObjectType({ description: 'A page of observations, in the order of their recording.' })
export class ObservationConnection extends connectionOf(() => Observation, 'Observation', 'observation') {}

@InputType({ description: 'Which observations; all that is given must hold.' })
export class ObservationFilterInput {
  @Field(() => ID, { nullable: true, description: 'Those that show the unit: id, key or scheme:value.' })
  readonly unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those that corroborate the change with this id.' })
  readonly change?: string | null;

  @Field(() => [VerdictEnum], { nullable: true, description: 'Those with one of these verdicts.' })
  readonly verdicts?: readonly Verdict[] | null;
}

@ObjectType({
  description:
    'One step of lineage that no change says, inferred from an observation; from predecessor to successor.',
})
export class InferredLineageStep {
  constructor(
    readonly reading: OrganisationReading,
    readonly step: InferredStep,
  ) {}

  @Field(() => DirectionEnum, { description: 'Which way it lies from the unit that was asked about.' })
  get direction(): string {
    return this.step.direction;
  }

  @Field(() => Int, { description: '1 for the nearest.' })
  get generation(): number {
    return this.step.generation;
  }

  @Field(() => Unit, { nullable: true, description: 'The predecessor.' })
  get from(): Unit | null {
    return unitIn(this.reading, this.step.from);
  }

  @Field(() => Unit, { nullable: true, description: 'The successor.' })
  get to(): Unit | null {
    return unitIn(this.reading, this.step.to);
  }

  @Field(() => RelationEnum, { description: 'How the one continues the other.' })
  get relation(): string {
    return this.step.relation;
  }

  @Field(() => ConfidenceEnum, { description: 'How sure the inference is.' })
  get confidence(): string {
    return this.step.confidence;
  }

  @Field(() => VerdictEnum, { description: 'What a person has said of it.' })
  get verdict(): string {
    return this.step.verdict;
  }
}
