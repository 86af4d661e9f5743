import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../schema/connection.type.js';
import { ChangeFilterInput } from './change-connection.type.js';

@ArgsType()
export class ChangesArgs extends PageArgs {
  @Field(() => ChangeFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: ChangeFilterInput | null;
}
