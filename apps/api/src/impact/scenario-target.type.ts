import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { EvaluatedTarget } from '#scenarios';
import type { Message } from '#temporal';
import { GoalEnum } from '../scenarios/scenario-enums.js';
import { Text } from '../schema/text.type.js';
import { TargetResultEnum } from './impact-enums.js';

@ObjectType({ description: 'Something that a scenario is meant to reach, and whether it does.' })
export class ScenarioTarget {
  constructor(private readonly evaluated: EvaluatedTarget) {}

  @Field(() => GoalEnum, { description: 'What.' })
  get goal(): string {
    return this.evaluated.target.goal;
  }

  @Field(() => Int, { nullable: true, description: 'SPAN: the fewest; null: no limit.' })
  get least(): number | null {
    const { target } = this.evaluated;
    return target.goal === 'span' ? (target.least ?? null) : null;
  }

  @Field(() => Int, { nullable: true, description: 'MAX_LAYERS, SPAN: the most; null: no limit.' })
  get most(): number | null {
    const { target } = this.evaluated;
    return target.goal === 'span' || target.goal === 'maxLayers' ? (target.most ?? null) : null;
  }

  @Field(() => TargetResultEnum, { description: 'Whether it is reached.' })
  get result(): string {
    return this.evaluated.result;
  }

  @Field(() => Text, { description: 'What it is instead, or why it is not known.' })
  get message(): Message {
    return this.evaluated.message;
  }
}
