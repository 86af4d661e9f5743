import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Rebase } from '#scenarios';
import type { Position } from '#temporal';
import { LOCAL_ACTOR } from '../local-actor.js';
import { rebaseOf } from '../scenarios/rebase-scenario.command.js';
import { Scenarios } from '../scenarios/scenarios.js';
import { Timelines } from '../timelines.js';

/**
 * What would become of each step of a scenario on a newer base, as its planner has settled it so far. Nothing is changed.
 * @throws QuestionRefused UNKNOWN_SCENARIO, POSITION_NOT_REACHED
 */
export class PreviewRebase extends Query<Rebase> {
  constructor(
    readonly scenario: string,
    /** Default: the newest. */
    readonly to?: number,
    readonly actor: string = LOCAL_ACTOR,
  ) {
    super();
  }
}

@QueryHandler(PreviewRebase)
export class PreviewRebaseHandler implements IQueryHandler<PreviewRebase> {
  constructor(
    private readonly scenarios: Scenarios,
    private readonly timelines: Timelines,
  ) {}

  async execute({ scenario, to, actor }: PreviewRebase): Promise<Rebase> {
    const memory = await this.scenarios.read(scenario, actor);
    await this.timelines.read(memory.organisation.organisation.slug, to);
    return rebaseOf(memory, to as Position | undefined);
  }
}
