import { Field, ID, InputType } from '@nestjs/graphql';
import { Documented } from './record-circumstances.input.js';

@InputType({ description: 'Another way to write a unit’s name, by which it is found as well.' })
export class SpellingRecord extends Documented {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => String, { description: 'As a document writes its name.' })
  readonly written!: string;
}
