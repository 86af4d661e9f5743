import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Notice, RecordingPayload, UserError } from '../recording/recording-payload.type.js';
import { OutcomeEnum } from '../schema/enums.js';
import { InstantScalar } from '../schema/scalars.js';
import { ScenarioRebase } from './rebase.type.js';
import { SimulatedChange } from './scenario-step.type.js';
import { Scenario } from './scenario.type.js';

const AFTER =
  'The scenario as it is afterwards; null where there is none: one that is not known, or would only be begun.';

@ObjectType({
  description: 'What became of a mutation of a scenario. When it is refused, nothing of it was kept.',
})
export class ScenarioPayload {
  @Field(() => OutcomeEnum, { description: 'What became of it.' })
  readonly outcome!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the scenario that holds it; null when refused.',
  })
  readonly version!: number | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was recorded; null when it was not.' })
  readonly recordedAt!: string | null;

  @Field(() => Scenario, { nullable: true, description: AFTER })
  readonly scenario!: Scenario | null;

  @Field(() => [SimulatedChange], { description: 'The changes and amendments that it took in, in order.' })
  readonly changes!: readonly SimulatedChange[];

  @Field(() => ScenarioRebase, {
    nullable: true,
    description: 'Of a rebase, also one that is refused: what became of each step.',
  })
  readonly rebase!: ScenarioRebase | null;

  @Field(() => [UserError], { description: 'What was asked about and has been confirmed.' })
  readonly warnings!: readonly UserError[];

  @Field(() => [Notice], { description: 'What the planner should know.' })
  readonly notices!: readonly Notice[];

  @Field(() => [UserError], { description: 'Why it is refused; empty if it is not.' })
  readonly userErrors!: readonly UserError[];
}

@ObjectType({
  description: 'What became of an adoption. When it is refused, nothing was recorded and nothing frozen.',
})
export class AdoptionPayload extends RecordingPayload {
  @Field(() => Scenario, { nullable: true, description: AFTER })
  readonly scenario!: Scenario | null;
}
