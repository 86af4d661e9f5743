import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { QuestionRefused, ReadOrganisation, Scenarios, type OrganisationReading } from '#chronicle';
import type { Organisation as Registered } from '#ledger';
import type { Scenario as Planned } from '#scenarios';
import { dayOf } from '#temporal';
import type { RequestContext } from '../request-context.js';
import { Scenario } from './scenario.type.js';

/** Finds scenarios as the schema has them, as far as who asks may see them. */
@Injectable()
export class ScenarioNodes {
  constructor(
    private readonly queries: QueryBus,
    private readonly scenarios: Scenarios,
  ) {}

  /** Null if there is none, or it is not to be seen. `knownAt`: as it was then. */
  async find(id: string, context: RequestContext, knownAt?: string): Promise<Scenario | null> {
    try {
      const memory = await context.inTime(this.scenarios.read(id, context.actor));
      const { organisation } = memory.organisation;
      if (knownAt === undefined) return this.of(memory.state, organisation, context);
      const axes = { scenario: id, knownAt, actor: context.actor };
      const { scenario } = await context.inTime(
        this.queries.execute(new ReadOrganisation(organisation.id, axes)),
      );
      return this.of(scenario!.state, organisation, context);
    } catch (error) {
      if (error instanceof QuestionRefused && error.code === 'UNKNOWN_SCENARIO') return null;
      throw error;
    }
  }

  /** A scenario at a version. */
  of(state: Planned, organisation: Registered, context: RequestContext): Scenario {
    return new Scenario(state, organisation, async () =>
      (await this.now(organisation, state.id, context)).moved({
        at: dayOf(state.at),
        revision: state.version,
      }),
    );
  }

  private now(
    organisation: Registered,
    scenario: string,
    context: RequestContext,
  ): Promise<OrganisationReading> {
    const axes = { scenario, actor: context.actor };
    return context.inTime(this.queries.execute(new ReadOrganisation(organisation.id, axes)));
  }
}
