import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Visibility } from '#scenarios';
import type { WarningCode } from '#structure';
import { ChangeInput } from '../recording/amendment.inputs.js';
import { WarningCodeEnum } from '../schema/enums.js';
import { DateScalar, PositionScalar } from '../schema/scalars.js';
import { ResolutionInput } from './resolution.input.js';
import { ScenarioTargetInput } from './scenario-target.input.js';
import { VisibilityEnum } from './scenario-enums.js';

const VALIDATE_ONLY = 'True: tells what would come of it, and keeps nothing.';
const ONCE =
  'The same key does it once: a retry gets the first answer. 1 to 200 characters; without one every call is new.';

/** On what terms something is done to a scenario; alone what `undoStep`, `redoStep` and the like take. */
@InputType({ description: 'A scenario, and on what terms something is done to it.' })
export class ScenarioInput {
  @Field(() => ID, { description: 'The id of the scenario.' })
  readonly scenario!: string;

  @Field(() => String, { nullable: true, description: ONCE })
  readonly idempotencyKey?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refused with SCENARIO_MOVED unless the scenario is exactly at this version.',
  })
  readonly expectedVersion?: number | null;

  @Field(() => Boolean, { nullable: true, description: VALIDATE_ONLY })
  readonly validateOnly?: boolean | null;
}

@InputType({ description: 'What `createScenario` takes.' })
export class CreateScenarioInput {
  @Field(() => ID, { description: 'The slug or id of the organisation.' })
  readonly organisation!: string;

  @Field(() => String, { description: 'What it is called: 1 to 200 visible characters.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 5000 characters.' })
  readonly description?: string | null;

  @Field(() => VisibilityEnum, { nullable: true, description: 'Who may see it; default: its owner.' })
  readonly visibility?: Visibility | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The date that it is about; default: that of the scenario that it is begun from, else today.',
  })
  readonly at?: string | null;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The position of the ledger that it is based on; default: the newest.',
  })
  readonly base?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The unit under which it plans: id, key or scheme:value; default: the whole organisation. What reaches outside is refused.',
  })
  readonly root?: string | null;

  @Field(() => String, { nullable: true, description: 'The scheme of a bare key; default `import`.' })
  readonly keys?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A scenario to begin from, with its base and all its steps.',
  })
  readonly from?: string | null;

  @Field(() => [ScenarioTargetInput], { nullable: true, description: 'What it is meant to reach.' })
  readonly targets?: readonly ScenarioTargetInput[] | null;

  @Field(() => String, { nullable: true, description: ONCE })
  readonly idempotencyKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: VALIDATE_ONLY })
  readonly validateOnly?: boolean | null;
}

@InputType({ description: 'What `reviseScenario` takes; what is not given stays as it is.' })
export class ReviseScenarioInput extends ScenarioInput {
  @Field(() => String, { nullable: true, description: 'What it is called: 1 to 200 visible characters.' })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about, at most 5000 characters; an empty text takes it away.',
  })
  readonly description?: string | null;

  @Field(() => VisibilityEnum, { nullable: true, description: 'Who may see it.' })
  readonly visibility?: Visibility | null;

  @Field(() => DateScalar, { nullable: true, description: 'The date that it is about.' })
  readonly at?: string | null;

  @Field(() => [ScenarioTargetInput], {
    nullable: true,
    description: 'What it is meant to reach: all of it, in place of what was said before.',
  })
  readonly targets?: readonly ScenarioTargetInput[] | null;
}

@InputType({ description: 'What is simulated at once: undone and redone as one.' })
export class SimulatedStepInput {
  @Field(() => [ChangeInput], {
    description:
      'The changes and amendments, in the order in which they apply. Records beside the structure are refused.',
  })
  readonly changes!: readonly ChangeInput[];

  @Field(() => String, { nullable: true, description: 'Why, where a change does not say itself.' })
  readonly reason?: string | null;
}

@InputType({ description: 'What `simulate` takes: either `steps` or `lines`.' })
export class SimulateInput extends ScenarioInput {
  @Field(() => [SimulatedStepInput], {
    nullable: true,
    description:
      'The steps, all taken or none. An `index` among the errors counts through all their changes.',
  })
  readonly steps?: readonly SimulatedStepInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Lines of the import format, each a JSON text, in place of `steps`: lines with the same `set` are one step, any other line is one of its own. Lines that were taken in before are left out. An `index` among the errors is that of the line.',
  })
  readonly lines?: readonly string[] | null;

  @Field(() => [WarningCodeEnum], { nullable: true, description: 'Warnings that you have seen.' })
  readonly confirm?: readonly WarningCode[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code scheme in which bare keys are looked up and kept; default `import`.',
  })
  readonly keys?: string | null;
}

@InputType({ description: 'What `rebaseScenario` takes.' })
export class RebaseScenarioInput extends ScenarioInput {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The position of the ledger that it goes to; default: the newest.',
  })
  readonly to?: number | null;
}

@InputType({ description: 'What `resolveConflict` takes.' })
export class ResolveConflictInput extends ScenarioInput {
  @Field(() => ID, { description: 'The id of the step.' })
  readonly step!: string;

  @Field(() => ResolutionInput, {
    nullable: true,
    description: 'How it is settled; null: as if it had not been.',
  })
  readonly resolution?: ResolutionInput | null;
}

@InputType({ description: 'What `proposeScenario` and `withdrawProposal` take.' })
export class ScenarioMatterInput extends ScenarioInput {
  @Field(() => ID, { description: 'The matter: its number, externalId or id.' })
  readonly matter!: string;
}

@InputType({ description: 'What `adoptScenario` takes.' })
export class AdoptScenarioInput extends ScenarioInput {
  @Field(() => String, {
    nullable: true,
    description:
      'By how much all dates are moved: an ISO 8601 duration of one unit, such as P14D, P1M or -P1Y for earlier.',
  })
  readonly shift?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The matter in which it is decided: its number, externalId or id.',
  })
  readonly matter?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The decision that it rests on: its externalId or id. The changes take effect as far as that decision carries them.',
  })
  readonly decision?: string | null;

  @Field(() => String, { nullable: true, description: "Why; default: the scenario's name." })
  readonly reason?: string | null;
}
