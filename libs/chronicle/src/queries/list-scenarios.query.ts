import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Scenario, ScenarioStatus } from '#scenarios';
import { LOCAL_ACTOR } from '../local-actor.js';
import { Scenarios } from '../scenarios/scenarios.js';
import { Timelines } from '../timelines.js';

export interface ScenarioFilter {
  /** Default: all but the archived. */
  readonly statuses?: readonly ScenarioStatus[] | undefined;
  /** Only those that are proposed in this matter, by its record's id. */
  readonly matter?: string | undefined;
}

/** The scenarios of an organisation that somebody may see, in the order in which they were created. @throws QuestionRefused */
export class ListScenarios extends Query<readonly Scenario[]> {
  constructor(
    /** Slug or id. */
    readonly organisation: string,
    readonly filter: ScenarioFilter = {},
    readonly actor: string = LOCAL_ACTOR,
  ) {
    super();
  }
}

@QueryHandler(ListScenarios)
export class ListScenariosHandler implements IQueryHandler<ListScenarios> {
  constructor(
    private readonly scenarios: Scenarios,
    private readonly timelines: Timelines,
  ) {}

  async execute({ organisation: slug, filter, actor }: ListScenarios): Promise<readonly Scenario[]> {
    const organisation = await this.timelines.organisation(slug, 'organisation');
    const { statuses = ['open', 'adopted'], matter } = filter;
    const all = await this.scenarios.list(organisation, actor);
    return all.filter(
      ({ status, proposals }) =>
        statuses.includes(status) &&
        (matter === undefined || proposals.some((proposal) => proposal.matter === matter)),
    );
  }
}
