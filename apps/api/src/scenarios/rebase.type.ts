import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { stepsTold, type OrganisationReading } from '#chronicle';
import type { Conflict, Rebase, RebasedStep as Rebased } from '#scenarios';
import type { Reading } from '#structure';
import type { Message } from '#temporal';
import { UserErrorCodeEnum } from '../schema/enums.js';
import { DateScalar, EdtfDateScalar, PositionScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Resolution } from './resolution.type.js';
import { ConflictKindEnum, EffectDifferenceEnum, RebaseOutcomeEnum } from './scenario-enums.js';

@ObjectType({ description: 'A change of the organisation, recorded since the base of a scenario.' })
export class ChangeSince {
  @Field(() => ID, { description: 'The change.' })
  readonly change!: string;

  @Field(() => Text, { description: 'What happens by it.' })
  readonly sentence!: Message;

  @Field(() => EdtfDateScalar, { description: 'When it takes effect, as written.' })
  readonly on!: string;

  @Field(() => PositionScalar, { description: 'Its place in the ledger.' })
  readonly position!: number;
}

@ObjectType({ description: 'What stands in the way of a step on a newer base.' })
export class ScenarioConflict {
  constructor(
    private readonly conflict: Conflict,
    private readonly readings: readonly Reading[],
  ) {}

  @Field(() => ConflictKindEnum, { description: 'What it is in terms of the structure.' })
  get kind(): string {
    return this.conflict.kind;
  }

  @Field(() => UserErrorCodeEnum, { description: 'The rule that the step would break.' })
  get code(): string {
    return this.conflict.rejection.code;
  }

  @Field(() => Text, { description: 'The text in both languages.' })
  get message(): Message {
    return this.conflict.message;
  }

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it goes wrong.' })
  get date(): string | null {
    return this.conflict.rejection.date ?? null;
  }

  @Field(() => [UnitReference], { description: 'The units involved.' })
  get units(): readonly UnitReference[] {
    return this.conflict.rejection.units;
  }

  @Field(() => [ChangeSince], { description: 'What was recorded since and bears on it, in that order.' })
  get because(): readonly ChangeSince[] {
    return this.conflict.because;
  }

  @Field(() => [Resolution], { description: 'What would settle it; to leave the step out always would.' })
  get resolutions(): Resolution[] {
    return this.conflict.resolutions.map((resolution) => new Resolution(resolution, this.readings));
  }
}

@ObjectType({ description: 'One thing that a step comes to on one of two bases only.' })
export class StepDifference {
  @Field(() => EffectDifferenceEnum, { description: 'On which.' })
  readonly is!: string;

  @Field(() => Text, { description: 'What it is, in words.' })
  readonly words!: Message;
}

@ObjectType({ description: 'What becomes of a step on a newer base.' })
export class RebasedStep {
  constructor(
    private readonly rebased: Rebased,
    /** What happened by it, on the base as it was. */
    private readonly before: readonly Message[],
    private readonly readings: readonly Reading[],
  ) {}

  @Field(() => Int, { description: 'Its place among the steps as they were, from 1.' })
  get place(): number {
    return this.rebased.place;
  }

  @Field(() => ID, { description: 'The id of the step, by which it is settled.' })
  get step(): string {
    return this.rebased.step.id;
  }

  @Field(() => RebaseOutcomeEnum, { description: 'What becomes of it.' })
  get outcome(): string {
    return this.rebased.outcome;
  }

  @Field(() => [Text], { description: 'What happens by it on the base as it was.' })
  get sentences(): readonly Message[] {
    return this.before;
  }

  @Field(() => [StepDifference], { description: 'CHANGED: what is otherwise on the newer base.' })
  get differences(): readonly StepDifference[] {
    return this.rebased.outcome === 'changed' ? this.rebased.differences : [];
  }

  @Field(() => [ScenarioConflict], { description: 'CONFLICT: what stands in the way.' })
  get conflicts(): ScenarioConflict[] {
    return this.rebased.outcome === 'conflict'
      ? this.rebased.conflicts.map((conflict) => new ScenarioConflict(conflict, this.readings))
      : [];
  }
}

@ObjectType({ description: 'What becomes of a scenario on a newer base.' })
export class ScenarioRebase {
  /** `before`: the scenario as it was. */
  constructor(
    private readonly rebase: Rebase,
    private readonly before: OrganisationReading,
  ) {}

  @Field(() => PositionScalar, { description: 'The position of the ledger that it was based on.' })
  get from(): number {
    return this.rebase.from;
  }

  @Field(() => PositionScalar, { description: 'The position of the ledger that it goes to.' })
  get to(): number {
    return this.rebase.to;
  }

  @Field(() => [RebasedStep], { description: 'Every step, in order.' })
  get steps(): RebasedStep[] {
    const { at, base, scenario } = this.before;
    const told = scenario === undefined ? [] : stepsTold(scenario.simulation);
    const sentences = new Map(
      told.map(({ id, changes }) => [id, changes.flatMap(({ sentence }) => sentence ?? [])]),
    );
    const { timeline, position } = this.rebase.simulation;
    const readings = [
      { timeline, at, position },
      this.before,
      { timeline: base, at, position: this.rebase.to },
    ];
    return this.rebase.steps.map(
      (step) => new RebasedStep(step, sentences.get(step.step.id) ?? [], readings),
    );
  }
}
