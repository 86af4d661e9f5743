import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ScenarioStep as Told } from '#chronicle';
import type { Message } from '#temporal';
import { RecordingEnum } from '../schema/enums.js';
import { EdtfDateScalar, InstantScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { ScenarioDeedEnum } from './scenario-enums.js';

@ObjectType({ description: 'What a step of a scenario does to one change.' })
export class StepChange {
  @Field(() => ID, { description: 'The id of the change: the same once the scenario is adopted.' })
  readonly change!: string;

  @Field(() => RecordingEnum, { description: 'What is done with it.' })
  readonly recording!: string;

  @Field(() => Text, { nullable: true, description: 'What happens by it; null where it no longer does.' })
  readonly sentence!: Message | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'When it takes effect, as written; null where it no longer does.',
  })
  readonly on!: string | null;
}

@ObjectType({ description: 'What was simulated at once: undone and redone as one.' })
export class ScenarioStep {
  constructor(
    private readonly told: Told,
    private readonly written: () => readonly string[],
  ) {}

  @Field(() => Int, { description: 'Its place among the steps, from 1.' })
  get place(): number {
    return this.told.place;
  }

  @Field(() => ID, { description: 'A UUID, kept through every rebase.' })
  get id(): string {
    return this.told.id;
  }

  @Field(() => String, { description: 'Who simulated it: an opaque id.' })
  get actor(): string {
    return this.told.actor;
  }

  @Field(() => InstantScalar, { description: 'When it was simulated, or last moved to a newer base.' })
  get recordedAt(): string {
    return this.told.recordedAt;
  }

  @Field(() => [StepChange], { description: 'The changes and amendments, in order.' })
  get changes(): StepChange[] {
    return this.told.changes.map(({ change, recording, sentence, on }) => ({
      change,
      recording,
      sentence: sentence ?? null,
      on: on ?? null,
    }));
  }

  @Field(() => [String], {
    description:
      'The same as lines of the import format, each a JSON text: with them the step can be simulated again, or kept in a file.',
  })
  get lines(): readonly string[] {
    return this.written();
  }
}

@ObjectType({ description: 'Something that was undone, and can be done again.' })
export class UndoneDeed {
  @Field(() => ScenarioDeedEnum, { description: 'What it was.' })
  readonly is!: string;

  @Field(() => Int, { description: 'How many changes and amendments it has; a rebase: those of all steps.' })
  readonly changes!: number;

  @Field(() => InstantScalar, { description: 'When it was done.' })
  readonly recordedAt!: string;

  @Field(() => String, { description: 'Who did it: an opaque id.' })
  readonly actor!: string;
}

@ObjectType({ description: 'A change or amendment that a scenario took in.' })
export class SimulatedChange {
  @Field(() => ID, {
    description: 'The id of the change. Of what is only validated: not one that it will get.',
  })
  readonly id!: string;

  @Field(() => Text, { nullable: true, description: 'What happens by it; null where it no longer does.' })
  readonly sentence!: Message | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'When it takes effect, as written; null where it no longer does.',
  })
  readonly on!: string | null;
}
