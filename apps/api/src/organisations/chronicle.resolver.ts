import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ArgsType, Context, Field, ID, Info, Query, Resolver } from '@nestjs/graphql';
import {
  CompareOrganisation,
  LEDGER,
  ListOrganisations,
  ReadOrganisation,
  Timelines,
  type OrganisationReading,
  type TimeAxes,
} from '#chronicle';
import type { LedgerStore, Organisation as Registered, OrganisationId } from '#ledger';
import type { RecordId } from '#records';
import { isUuid, type ChangeId, type UnitId } from '#structure';
import type { GraphQLResolveInfo } from 'graphql';
import { changeIn } from '../governance/change-in.js';
import { Difference, sideOf } from '../comparison/difference.type.js';
import { FoundRecords } from '../governance/found-records.js';
import { CodedError } from '../refusals/coded-error.js';
import { RequestContext } from '../request-context.js';
import { Node } from '../schema/node.type.js';
import { ScenarioNodes } from '../scenarios/scenario-nodes.js';
import type { Scenario } from '../scenarios/scenario.type.js';
import { DateScalar, InstantScalar } from '../schema/scalars.js';
import { Unit } from '../units/unit.type.js';
import { Organisation } from './organisation.type.js';
import { axesOf, OrganisationArgs, ReadingInput } from './time-axes.args.js';

@ArgsType()
class CompareArgs {
  @Field(() => String, { description: 'The slug or id of the organisation.' })
  readonly organisation!: string;

  @Field(() => ReadingInput, { description: 'The first side, the earlier one.' })
  readonly from!: ReadingInput;

  @Field(() => ReadingInput, { description: 'The second side.' })
  readonly to!: ReadingInput;
}

@ArgsType()
class NodeArgs {
  @Field(() => ID, { description: 'The id of an organisation, unit, change, record or scenario.' })
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The slug or id of the organisation, where a copy has units with the same ids.',
  })
  readonly organisation?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The date that a unit is asked about; default: today.',
  })
  readonly at?: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'As it was known then; default: all that is known now.',
  })
  readonly knownAt?: string | null;
}

@Resolver()
export class ChronicleResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly timelines: Timelines,
    private readonly records: FoundRecords,
    private readonly scenarios: ScenarioNodes,
    @Inject(LEDGER) private readonly ledger: LedgerStore,
  ) {}

  @Query(() => Organisation, {
    nullable: true,
    description:
      'One organisation on a date, as known at a time, as firm as asked for; the axes hold for everything below.',
  })
  async organisation(
    @Args() args: OrganisationArgs,
    @Context() context: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ): Promise<Organisation> {
    const reading =
      context.readings.get(String(path.key)) ??
      (await context.inTime(this.read(args.slug, axesOf(args, context))));
    return new Organisation(reading.organisation, () => Promise.resolve(reading), {
      at: args.at != null,
      knownAt: args.knownAt != null,
    });
  }

  @Query(() => [Organisation], { description: 'All organisations by slug, today and as known now.' })
  async organisations(@Context() context: RequestContext): Promise<Organisation[]> {
    const all = await context.inTime(this.queries.execute(new ListOrganisations()));
    return context.produce(all).map(
      (registered) =>
        new Organisation(registered, () => context.inTime(this.read(registered.id, {})), {
          at: false,
          knownAt: false,
        }),
    );
  }

  @Query(() => Node, {
    nullable: true,
    description:
      'An organisation, unit, change, record or scenario by its id, on the date and as known at the time given (default: today and now); null if there is none.',
  })
  async node(@Args() args: NodeArgs, @Context() context: RequestContext): Promise<Node | null> {
    if (!isUuid(args.id)) return null;
    const axes = axesOf(args, context);
    const registered = await context.inTime(this.ledger.findOrganisation({ id: args.id as OrganisationId }));
    if (registered !== null) {
      return new Organisation(registered, () => context.inTime(this.read(registered.id, axes)), {
        at: args.at != null,
        knownAt: args.knownAt != null,
      });
    }
    const scenario = await this.scenarios.find(args.id, context, args.knownAt ?? undefined);
    if (scenario !== null) return isIn(scenario, args.organisation) ? scenario : null;
    const found: Node[] = [];
    const slugs: string[] = [];
    for (const { slug } of await this.organisationsOf(args.organisation)) {
      const memory = await context.inTime(this.timelines.read(slug));
      const { units, changes } = memory.timeline;
      const isRecord = memory.register.entries.has(args.id as RecordId);
      if (!isRecord && !units.has(args.id as UnitId) && !changes.has(args.id as ChangeId)) continue;
      const reading = await context.inTime(this.read(slug, axes));
      const node = isRecord ? await this.records.find(reading, args.id) : nodeIn(reading, args.id);
      if (node === null) continue;
      found.push(node);
      slugs.push(slug);
    }
    if (found.length > 1) {
      throw new CodedError(
        'AMBIGUOUS_NODE',
        {
          sv: `Id:t finns i flera organisationer (${slugs.join(', ')}): ange organisation.`,
          en: `The id is in several organisations (${slugs.join(', ')}): give organisation.`,
        },
        'organisation',
      );
    }
    return found[0] ?? null;
  }

  @Query(() => Difference, {
    description:
      'What differs between two dates, or between what was known of one date at two times, or both.',
  })
  async compare(
    @Args() { organisation, from, to }: CompareArgs,
    @Context() context: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ): Promise<Difference> {
    const { readings } = context;
    const first =
      readings.get(`${path.key}.from`) ??
      (await context.inTime(this.read(organisation, axesOf(from, context))));
    const second =
      readings.get(`${path.key}.to`) ?? (await context.inTime(this.read(organisation, axesOf(to, context))));
    const difference = await this.queries.execute(new CompareOrganisation(first, second));
    for (const list of Object.values(difference)) context.produce(list);
    return { from: sideOf(first), to: sideOf(second), ...difference };
  }

  private read(organisation: string, axes: TimeAxes): Promise<OrganisationReading> {
    return this.queries.execute(new ReadOrganisation(organisation, axes));
  }

  private async organisationsOf(slug: string | null | undefined): Promise<readonly Registered[]> {
    if (slug == null) return this.queries.execute(new ListOrganisations());
    const organisation = await this.timelines.findOrganisation(slug);
    return organisation === null ? [] : [organisation];
  }
}

function nodeIn(reading: OrganisationReading, id: string): Node | null {
  const { timeline, position } = reading;
  const unit = timeline.units.get(id as UnitId);
  if (unit !== undefined) return unit.existence.known(position).length > 0 ? new Unit(reading, unit) : null;
  return changeIn(reading, id);
}

function isIn({ registered }: Scenario, organisation: string | null | undefined): boolean {
  return organisation == null || organisation === registered.slug || organisation === registered.id;
}
