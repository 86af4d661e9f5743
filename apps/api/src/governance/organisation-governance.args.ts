import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import type { ChangeStanding } from '#governance';
import { PageArgs } from '../schema/connection.type.js';
import { AssignmentFilterInput } from './assignment.type.js';
import { ChangeStandingEnum } from './reading-enums.js';
import { MatterFilterInput } from './matter.type.js';
import { ObservationFilterInput } from './observation.type.js';
import { TodoFilterInput } from './todo.type.js';

@ArgsType()
export class MattersArgs extends PageArgs {
  @Field(() => MatterFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: MatterFilterInput | null;
}

@ArgsType()
export class MatterArgs {
  @Field(() => String, { nullable: true, description: 'Either this: its registry number (diarienummer);' })
  readonly number?: string | null;

  @Field(() => ID, { nullable: true, description: 'or this: its id, or the name its source gave it.' })
  readonly id?: string | null;
}

@InputType({ description: 'Which pending changes; all that is given must hold.' })
export class PendingFilterInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Those that act on the unit, connect it, or move something to or from it: id, key or scheme:value.',
  })
  readonly unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of the matter: its id, number or external id.' })
  readonly matter?: string | null;

  @Field(() => [ChangeStandingEnum], { nullable: true, description: 'Those of one of these standings.' })
  readonly standings?: readonly ChangeStanding[] | null;
}

@ArgsType()
export class PendingChangesArgs extends PageArgs {
  @Field(() => PendingFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: PendingFilterInput | null;
}

@ArgsType()
export class AssignmentsArgs extends PageArgs {
  @Field(() => AssignmentFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: AssignmentFilterInput | null;
}

@ArgsType()
export class ObservationsArgs extends PageArgs {
  @Field(() => ObservationFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: ObservationFilterInput | null;
}

@ArgsType()
export class TodoArgs extends PageArgs {
  @Field(() => TodoFilterInput, { nullable: true, description: 'Of what; default: all.' })
  readonly filter?: TodoFilterInput | null;
}
