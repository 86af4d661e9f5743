import { Args, Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { dayGiven, FindUnits, ReadChangeDates, ReadChanges, ReadChart, ReadLineage } from '#chronicle';
import { ChangeConnection, ChangeDates } from '../changes/change-connection.type.js';
import { Change } from '../changes/change.type.js';
import { ChangesArgs } from '../changes/changes.args.js';
import { changeCalledIn } from '../governance/change-in.js';
import { LineageStep } from '../lineage/lineage.type.js';
import { LineageArgs } from '../lineage/lineage.args.js';
import { CodedError } from '../refusals/coded-error.js';
import { RequestContext } from '../request-context.js';
import { DateScalar, InstantScalar, PositionScalar } from '../schema/scalars.js';
import { ChartArgs, UnitArgs, UnitsArgs } from '../units/units.args.js';
import { ChartUnit } from '../units/chart-unit.type.js';
import { FoundUnits } from '../units/found-units.js';
import { UnitConnection } from '../units/unit-connection.type.js';
import { Unit } from '../units/unit.type.js';
import { Organisation } from './organisation.type.js';
import { Pages } from './pages.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
    private readonly pages: Pages,
  ) {}

  @ResolveField(() => DateScalar, { description: 'The date that everything below is about.' })
  async at(@Parent() organisation: Organisation): Promise<string> {
    return (await organisation.reading()).date;
  }

  @ResolveField(() => PositionScalar, { description: 'How much of the ledger the answer rests on.' })
  async position(@Parent() organisation: Organisation): Promise<number> {
    return (await organisation.reading()).ledgerPosition;
  }

  @ResolveField(() => InstantScalar, { description: 'When the event at `position` was recorded.' })
  async recordedAt(@Parent() organisation: Organisation): Promise<string> {
    return (await organisation.reading()).recordedAt;
  }

  @ResolveField(() => [ChartUnit], {
    description:
      'The organisation as a tree: every unit in force, parents before children, siblings by name.',
  })
  async chart(
    @Parent() organisation: Organisation,
    @Args() args: ChartArgs,
    @Context() context: RequestContext,
  ): Promise<readonly ChartUnit[]> {
    const reading = await organisation.reading();
    const options = await this.found.chartOptions(reading, args);
    const boxes = await this.queries.execute(new ReadChart(reading, options));
    const keys = args.keys ?? 'import';
    return context.produce(boxes).map((box) => new ChartUnit(box, keys, reading));
  }

  @ResolveField(() => UnitConnection, { description: 'The units in force that match, by name.' })
  async units(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: UnitsArgs,
    @Context() context: RequestContext,
  ): Promise<UnitConnection> {
    const cut = await this.pages.of(organisation, page, context, {
      question: `units ${JSON.stringify(filter ?? null)}`,
      list: async (reading) =>
        this.queries.execute(new FindUnits(reading, await this.found.unitFilter(reading, filter ?? {}))),
      keyOf: ({ id }) => id,
      nodeOf: (reading, unit) => new Unit(reading, unit),
    });
    return Object.assign(new UnitConnection(), cut);
  }

  @ResolveField(() => Unit, {
    nullable: true,
    description: 'One unit, also when it does not exist on the date; null if nothing is meant.',
  })
  async unit(@Parent() organisation: Organisation, @Args() args: UnitArgs): Promise<Unit | null> {
    const reading = await organisation.reading();
    const unit = await this.found.byArgs(reading, args);
    return unit === null ? null : new Unit(reading, unit);
  }

  @ResolveField(() => Change, {
    nullable: true,
    description: 'One change, also one that is pending or cancelled; null if it is not known.',
  })
  async change(
    @Parent() organisation: Organisation,
    @Args('id', { type: () => ID, description: 'Its externalId or id.' }) id: string,
  ): Promise<Change | null> {
    return changeCalledIn(await organisation.reading(), id);
  }

  @ResolveField(() => ChangeConnection, {
    description: 'The chronicle, in the order in which changes apply.',
  })
  async changes(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: ChangesArgs,
    @Context() context: RequestContext,
  ): Promise<ChangeConnection> {
    const cut = await this.pages.of(organisation, page, context, {
      question: `changes ${JSON.stringify(filter ?? null)}`,
      list: async (reading) => {
        const { from, to, unit, kinds, text, inEffectOnly, includePending, standings } = filter ?? {};
        return this.queries.execute(
          new ReadChanges(reading, {
            ...(from == null ? {} : { from: dayGiven(from, 'filter.from') }),
            ...(to == null ? {} : { to: dayGiven(to, 'filter.to') }),
            ...(unit == null ? {} : { unit: await this.found.mustBe(reading, unit, 'filter.unit') }),
            ...(kinds == null ? {} : { kind: kinds }),
            ...(text == null ? {} : { text }),
            ...(inEffectOnly == null ? {} : { inEffectOnly }),
            includePending: includePending ?? standings != null,
            ...(standings == null ? {} : { standings }),
          }),
        );
      },
      keyOf: ({ id }) => id,
      nodeOf: (reading, entry) => new Change(reading, entry),
    });
    return Object.assign(new ChangeConnection(), cut);
  }

  @ResolveField(() => [LineageStep], {
    description: 'Where a unit came from and where it went, through all generations, nearest first.',
  })
  async lineage(
    @Parent() organisation: Organisation,
    @Args() { unit: reference, direction, generations }: LineageArgs,
    @Context() context: RequestContext,
  ): Promise<LineageStep[]> {
    const reading = await organisation.reading();
    const unit = await this.found.mustBe(reading, reference, 'unit');
    const steps = await this.queries.execute(
      new ReadLineage(reading, unit, {
        ...(direction == null ? {} : { direction }),
        ...(generations == null ? {} : { generations: atLeast(generations, 1, 'generations') }),
      }),
    );
    return context.produce(steps).map((step) => new LineageStep(step));
  }

  @ResolveField(() => ChangeDates, { description: 'The days on which something takes effect.' })
  async changeDates(@Parent() organisation: Organisation): Promise<ChangeDates> {
    return this.queries.execute(new ReadChangeDates(await organisation.reading()));
  }
}

/** @throws CodedError INVALID_DEPTH */
export function atLeast(value: number, least: number, field: string): number {
  if (value >= least) return value;
  throw new CodedError(
    'INVALID_DEPTH',
    { sv: `${field} ska vara minst ${least}.`, en: `${field} must be at least ${least}.` },
    field,
  );
}
