import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType('Node', { description: 'What can be asked for again by its id with `node`.' })
export abstract class Node {
  @Field(() => ID, { description: 'A UUID, the same in every answer, export and command.' })
  abstract readonly id: string;
}
