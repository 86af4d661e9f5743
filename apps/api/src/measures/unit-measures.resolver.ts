import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { dayGiven, ReadFigures, ReadSeries, ReadTargets, type OrganisationReading } from '#chronicle';
import { FoundRecords } from '../governance/found-records.js';
import { RequestContext } from '../request-context.js';
import { Unit } from '../units/unit.type.js';
import { breakdownAsked } from './breakdown.type.js';
import { Figure } from './figure.type.js';
import { SeriesArgs, UnitFiguresArgs, UnitTargetsArgs } from './measures.args.js';
import { Series } from './series.type.js';
import { Target } from './target.type.js';

/** What is measured of a unit. */
@Resolver(() => Unit)
export class UnitMeasuresResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly records: FoundRecords,
  ) {}

  @ResolveField(() => [Figure], { description: 'Every value that a document states of it.' })
  async figures(
    @Parent() { reading, unit }: Unit,
    @Args() { filter, order }: UnitFiguresArgs,
    @Context() context: RequestContext,
  ): Promise<readonly Figure[]> {
    const { indicator, period, kinds, breakdown } = filter ?? {};
    const asked = {
      unit: unit.id,
      indicator: await this.indicator(reading, indicator, 'filter.indicator'),
      during: period ?? undefined,
      kinds: kinds ?? undefined,
      breakdown: breakdownAsked(breakdown, 'filter.breakdown'),
    };
    const figures = await this.queries.execute(new ReadFigures(reading, asked, order ?? 'recorded'));
    return context.produce(figures.map((stated) => new Figure(reading, stated)));
  }

  @ResolveField(() => [Target], { description: 'What it was to reach, and whether it did.' })
  async targets(
    @Parent() { reading, unit }: Unit,
    @Args() { indicator, period }: UnitTargetsArgs,
    @Context() context: RequestContext,
  ): Promise<readonly Target[]> {
    const asked = {
      unit: unit.id,
      indicator: await this.indicator(reading, indicator, 'indicator'),
      during: period ?? undefined,
    };
    const targets = await this.queries.execute(new ReadTargets(reading, asked));
    return context.produce(targets.map((target) => new Target(reading, target)));
  }

  @ResolveField(() => Series, {
    description:
      'Its figures for an indicator by period, each beside what it is on the perimeter of one date. Nothing is estimated: where a part is not recorded there is no restated figure, and `gaps` says why.',
  })
  async series(
    @Parent() { reading, unit }: Unit,
    @Args() { indicator, restatedTo, periods, kinds, breakdown, followInferred }: SeriesArgs,
    @Context() context: RequestContext,
  ): Promise<Series> {
    const onto = restatedTo == null ? reading : reading.moved({ at: dayGiven(restatedTo, 'restatedTo') });
    const measured = await this.records.indicatorId(reading, indicator, 'indicator');
    const series = await this.queries.execute(
      new ReadSeries(onto, unit, measured, {
        periods: periods ?? undefined,
        kinds: kinds ?? undefined,
        breakdown: breakdownAsked(breakdown, 'breakdown'),
        followInferred: followInferred ?? undefined,
      }),
    );
    context.produce(series.points);
    return new Series(onto, series);
  }

  private async indicator(
    reading: OrganisationReading,
    reference: string | null | undefined,
    field: string,
  ): Promise<string | undefined> {
    return reference == null ? undefined : this.records.indicatorId(reading, reference, field);
  }
}
