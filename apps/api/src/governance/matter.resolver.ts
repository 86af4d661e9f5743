import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ReadAssignments, ReadDecidedChanges, ReadMatterChain, ReadObservations, ReadTodo } from '#chronicle';
import { Change } from '../changes/change.type.js';
import { RequestContext } from '../request-context.js';
import { Assignment } from './assignment.type.js';
import { changesIn } from './change-in.js';
import { Condition } from './condition.type.js';
import { Decision } from './decision.type.js';
import { Document } from './document.type.js';
import { assignmentOf, observationOf } from './found-records.js';
import { Matter } from './matter.type.js';
import { Observation } from './observation.type.js';
import { TodoItem } from './todo.type.js';

@Resolver(() => Matter)
export class MatterResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => [Decision], {
    description:
      'What was done in it, first to last: what answers a step comes after it, then what was certainly earlier.',
  })
  async chain(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly Decision[]> {
    const chain = await this.queries.execute(new ReadMatterChain(reading, id));
    return context.produce((chain?.steps ?? []).map(({ decision }) => new Decision(reading, decision)));
  }

  @ResolveField(() => [Document], { description: 'Its documents, in the order of their recording.' })
  async documents(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly Document[]> {
    const chain = await this.queries.execute(new ReadMatterChain(reading, id));
    return context.produce((chain?.documents ?? []).map((known) => new Document(reading, known)));
  }

  @ResolveField(() => [Condition], { description: 'The conditions that its decisions and proposals set.' })
  async conditions(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly Condition[]> {
    const chain = await this.queries.execute(new ReadMatterChain(reading, id));
    const conditions = (chain?.steps ?? []).flatMap((step) => step.conditions);
    return context.produce(conditions.map((known) => new Condition(reading, known)));
  }

  @ResolveField(() => [Change], {
    description:
      'The changes of the structure that its steps are about, pending or not, in the order of recording.',
  })
  async changes(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly Change[]> {
    const decided = await this.queries.execute(new ReadDecidedChanges(reading));
    const ids = decided.ofMatter(id).map((change) => change.id);
    return context.produce(changesIn(reading, ids));
  }

  @ResolveField(() => [Change], {
    description:
      'Changes that only name it: its documents are the evidence, as for units that they mention, and no step of it is about them.',
  })
  async evidenced(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly Change[]> {
    const decided = await this.queries.execute(new ReadDecidedChanges(reading));
    const ids = decided.evidencedBy(id).map((change) => change.id);
    return context.produce(changesIn(reading, ids));
  }

  @ResolveField(() => [Assignment], { description: 'The assignments that it gives or proposes.' })
  async assignments(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly Assignment[]> {
    const assignments = await this.queries.execute(new ReadAssignments(reading, { matter: id }));
    return context.produce(assignments.map((state) => assignmentOf(reading, state)));
  }

  @ResolveField(() => [Observation], {
    description: 'What later documents show that makes its changes likely.',
  })
  async observations(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly Observation[]> {
    const decided = await this.queries.execute(new ReadDecidedChanges(reading));
    const ids = new Set<string>(decided.ofMatter(id).map((change) => change.id));
    const all = await this.queries.execute(new ReadObservations(reading));
    return context.produce(
      all
        .filter(({ corroborates }) => corroborates !== undefined && ids.has(corroborates))
        .flatMap((observed) => observationOf(reading, observed) ?? []),
    );
  }

  @ResolveField(() => [TodoItem], { description: 'The evidence that is missing.' })
  async todo(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly TodoItem[]> {
    const missing = await this.queries.execute(new ReadTodo(reading, { matter: id }));
    return context.produce(missing.map((item) => new TodoItem(reading, item)));
  }
}
