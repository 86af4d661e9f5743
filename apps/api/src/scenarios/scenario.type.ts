import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { Organisation as Registered } from '#ledger';
import { baseOf, type Proposal, type Adoption, type Scenario as Planned } from '#scenarios';
import { connectionOf } from '../schema/connection-of.js';
import { Node } from '../schema/node.type.js';
import { DateScalar, InstantScalar, PositionScalar } from '../schema/scalars.js';
import { ScenarioStatusEnum, VisibilityEnum } from './scenario-enums.js';
import { UndoneDeed } from './scenario-step.type.js';

@ObjectType({ description: 'The scenario that another was begun from.' })
export class ScenarioOrigin {
  @Field(() => ID, { description: 'The scenario.' })
  readonly scenario!: string;

  @Field(() => Int, { description: 'Its version then.' })
  readonly version!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A what-if branch of an organisation: a position of its ledger, and the steps of a planner on top.',
})
export class Scenario implements Node {
  private asked: Promise<OrganisationReading> | undefined;

  /** `ask` reads the organisation as this version of the scenario shows it, on the date that it is about. */
  constructor(
    readonly state: Planned,
    readonly registered: Registered,
    private readonly ask: () => Promise<OrganisationReading>,
  ) {}

  reading(): Promise<OrganisationReading> {
    return (this.asked ??= this.ask());
  }

  @Field(() => ID, { description: 'A UUID.' })
  get id(): string {
    return this.state.id;
  }

  @Field(() => Int, {
    description: 'How much has been done to it: each mutation that is recorded adds to it.',
  })
  get version(): number {
    return this.state.version;
  }

  @Field(() => String, { description: 'What it is called.' })
  get name(): string {
    return this.state.name;
  }

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  get description(): string | null {
    return this.state.description ?? null;
  }

  @Field(() => String, { description: 'Who made it: an opaque id.' })
  get owner(): string {
    return this.state.owner;
  }

  @Field(() => VisibilityEnum, { description: 'Who may see it.' })
  get visibility(): string {
    return this.state.visibility;
  }

  @Field(() => ScenarioStatusEnum, { description: 'What may be done with it.' })
  get status(): string {
    return this.state.status;
  }

  @Field(() => DateScalar, {
    description: 'The date that it is about, and is shown on unless another is asked for.',
  })
  get at(): string {
    return this.state.at;
  }

  @Field(() => PositionScalar, { description: 'The position of the ledger that it is based on.' })
  get base(): number {
    return baseOf(this.state);
  }

  @Field(() => ScenarioOrigin, { nullable: true, description: 'The scenario that it was begun from.' })
  get from(): ScenarioOrigin | null {
    return this.state.from ?? null;
  }

  @Field(() => InstantScalar, { description: 'When it was begun.' })
  get createdAt(): string {
    return this.state.createdAt;
  }

  @Field(() => InstantScalar, { description: 'When something was last done to it.' })
  get changedAt(): string {
    return this.state.changedAt;
  }

  @Field(() => [UndoneDeed], { description: 'What was undone and can be done again, the next first.' })
  get undone(): readonly UndoneDeed[] {
    return [...this.state.undone].reverse();
  }
}

@ObjectType({ description: 'A page of scenarios, in the order in which they were begun.' })
export class ScenarioConnection extends connectionOf(() => Scenario, 'Scenario', 'scenario') {}

@ObjectType({ description: 'A scenario laid before a matter as one of its alternatives.' })
export class ScenarioProposal {
  constructor(
    readonly scenario: Scenario,
    readonly proposal: Proposal,
  ) {}

  @Field(() => Int, { description: "The scenario's version that was proposed." })
  get version(): number {
    return this.proposal.version;
  }

  @Field(() => InstantScalar, { description: 'When it was proposed.' })
  get proposedAt(): string {
    return this.proposal.proposedAt;
  }
}

@ObjectType({ description: 'How a scenario became real: all of it in one change set.' })
export class ScenarioAdoption {
  constructor(
    readonly scenario: Scenario,
    readonly adoption: Adoption,
  ) {}

  @Field(() => PositionScalar, { description: 'The first event of the ledger that it became.' })
  get first(): number {
    return this.adoption.first;
  }

  @Field(() => PositionScalar, { description: 'The last event of the ledger that it became.' })
  get last(): number {
    return this.adoption.last;
  }

  @Field(() => InstantScalar, { description: 'When.' })
  get adoptedAt(): string {
    return this.adoption.adoptedAt;
  }

  @Field(() => String, { description: 'By whom: an opaque id.' })
  get actor(): string {
    return this.adoption.actor;
  }

  @Field(() => String, {
    nullable: true,
    description: 'By how much all dates were moved: an ISO 8601 duration, such as P1M; null: they were not.',
  })
  get shift(): string | null {
    return this.adoption.shift ?? null;
  }
}
