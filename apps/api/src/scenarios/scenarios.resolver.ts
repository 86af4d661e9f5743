import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ListScenarios, ReadOrganisation } from '#chronicle';
import type { ScenarioStatus } from '#scenarios';
import { FoundRecords } from '../governance/found-records.js';
import { RequestContext } from '../request-context.js';
import { PageArgs } from '../schema/connection.type.js';
import { checkPage, pageInOrder } from '../schema/page.js';
import { ScenarioNodes } from './scenario-nodes.js';
import { ScenarioStatusEnum } from './scenario-enums.js';
import { Scenario, ScenarioConnection } from './scenario.type.js';

@ArgsType()
class ScenarioArgs {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
}

@ArgsType()
class ScenariosArgs extends PageArgs {
  @Field(() => String, { description: 'The slug or id of the organisation.' })
  readonly organisation!: string;

  @Field(() => [ScenarioStatusEnum], {
    nullable: true,
    description: 'Those of any of these; default: all but the archived.',
  })
  readonly statuses?: readonly ScenarioStatus[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Those that are laid before this matter: its number, externalId or id.',
  })
  readonly matter?: string | null;
}

@Resolver()
export class ScenariosResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly nodes: ScenarioNodes,
    private readonly records: FoundRecords,
  ) {}

  @Query(() => Scenario, {
    nullable: true,
    description: 'One scenario as it now is; null if there is none that you may see.',
  })
  scenario(@Args() { id }: ScenarioArgs, @Context() context: RequestContext): Promise<Scenario | null> {
    return this.nodes.find(id, context);
  }

  @Query(() => ScenarioConnection, {
    description: 'The scenarios of an organisation that you may see, in the order in which they were begun.',
  })
  async scenarios(
    @Args() { organisation, statuses, matter: reference, ...page }: ScenariosArgs,
    @Context() context: RequestContext,
  ): Promise<ScenarioConnection> {
    checkPage(page);
    const reading = await context.inTime(this.queries.execute(new ReadOrganisation(organisation)));
    const matter = reference == null ? undefined : await this.records.matterId(reading, reference, 'matter');
    const filter = { statuses: statuses ?? undefined, matter };
    const registered = reading.organisation;
    const states = await context.inTime(
      this.queries.execute(new ListScenarios(registered.id, filter, context.actor)),
    );
    const cut = pageInOrder(states, page, {
      list: JSON.stringify(['scenarios', registered.id, context.actor, filter]),
      orderOf: ({ createdAt, id }) => `${createdAt} ${id}`,
      nodeOf: (state) => this.nodes.of(state, registered, context),
    });
    context.produce(cut.edges);
    return Object.assign(new ScenarioConnection(), cut);
  }
}
