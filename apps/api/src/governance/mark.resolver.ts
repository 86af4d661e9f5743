import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ReadMissing } from '#chronicle';
import { Change } from '../changes/change.type.js';
import { Mark } from '../units/mark.type.js';
import { changeIn } from './change-in.js';
import { TodoItem } from './todo.type.js';

@Resolver(() => Mark)
export class MarkResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Change, {
    nullable: true,
    description: 'The change whose precise date would settle it, with what it rests on.',
  })
  changeDetails(@Parent() { reading, open }: Mark): Change | null {
    return changeIn(reading, open.change);
  }

  @ResolveField(() => [TodoItem], {
    description: 'What would settle it: the day, and where that is open the decision or condition.',
  })
  async missing(@Parent() { reading, open }: Mark): Promise<TodoItem[]> {
    const missing = await this.queries.execute(new ReadMissing(reading, open.change));
    return missing.map((item) => new TodoItem(reading, item));
  }
}
