import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import {
  ReadContradictions,
  ReadFigures,
  ReadIndicators,
  ReadTargets,
  type OrganisationReading,
} from '#chronicle';
import { setKey, type Figure as Stated } from '#measures';
import { FoundRecords } from '../governance/found-records.js';
import { Organisation } from '../organisations/organisation.type.js';
import { Pages } from '../organisations/pages.js';
import { RequestContext } from '../request-context.js';
import { FoundUnits } from '../units/found-units.js';
import { breakdownAsked } from './breakdown.type.js';
import { Contradiction, ContradictionConnection } from './contradiction.type.js';
import { Figure, FigureConnection } from './figure.type.js';
import { Indicator } from './indicator.type.js';
import { ContradictionsArgs, FiguresArgs, TargetsArgs } from './measures.args.js';
import { Target, TargetConnection } from './target.type.js';

/** What is measured in an organisation, as known at its time axes. */
@Resolver(() => Organisation)
export class OrganisationMeasuresResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
    private readonly records: FoundRecords,
    private readonly pages: Pages,
  ) {}

  @ResolveField(() => [Indicator], { description: 'What is measured, in the order of recording.' })
  async indicators(
    @Parent() organisation: Organisation,
    @Context() context: RequestContext,
  ): Promise<readonly Indicator[]> {
    const reading = await organisation.reading();
    const known = await this.queries.execute(new ReadIndicators(reading));
    return context.produce(known.map((one) => new Indicator(reading, one)));
  }

  @ResolveField(() => FigureConnection, {
    description: 'Every value that a document states, each with its place.',
  })
  async figures(
    @Parent() organisation: Organisation,
    @Args() { filter, order, ...page }: FiguresArgs,
    @Context() context: RequestContext,
  ): Promise<FigureConnection> {
    const { period, kinds, breakdown } = filter ?? {};
    const cut = await this.pages.of(organisation, page, context, {
      question: `figures ${order} ${JSON.stringify(filter ?? null)}`,
      list: async (reading) =>
        this.queries.execute(
          new ReadFigures(
            reading,
            {
              ...(await this.about(reading, filter)),
              during: period ?? undefined,
              kinds: kinds ?? undefined,
              breakdown: breakdownAsked(breakdown, 'filter.breakdown'),
            },
            order ?? 'recorded',
          ),
        ),
      keyOf: placeOf,
      nodeOf: (reading, stated) => new Figure(reading, stated),
    });
    return Object.assign(new FigureConnection(), cut);
  }

  @ResolveField(() => TargetConnection, { description: 'What was to be reached, and whether it was.' })
  async targets(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: TargetsArgs,
    @Context() context: RequestContext,
  ): Promise<TargetConnection> {
    const { period, status } = filter ?? {};
    const cut = await this.pages.of(organisation, page, context, {
      question: `targets ${JSON.stringify(filter ?? null)}`,
      list: async (reading) => {
        const asked = { ...(await this.about(reading, filter)), during: period ?? undefined };
        const targets = await this.queries.execute(new ReadTargets(reading, asked));
        return targets.filter(({ verdict }) => status == null || status.includes(verdict));
      },
      keyOf: ({ set }) => setKey(set.figures[0]!),
      nodeOf: (reading, target) => new Target(reading, target),
    });
    return Object.assign(new TargetConnection(), cut);
  }

  @ResolveField(() => ContradictionConnection, {
    description:
      'Where printed figures contradict each other: totals, differences, signs, and two statements of one figure.',
  })
  async contradictions(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: ContradictionsArgs,
    @Context() context: RequestContext,
  ): Promise<ContradictionConnection> {
    const cut = await this.pages.of(organisation, page, context, {
      question: `contradictions ${JSON.stringify(filter ?? null)}`,
      list: async (reading) =>
        this.queries.execute(
          new ReadContradictions(reading, {
            ...(await this.about(reading, filter)),
            beyondRounding: filter?.beyondRounding ?? undefined,
          }),
        ),
      keyOf: ({ rule, printed, parts }) =>
        [rule, placeOf(printed), ...parts.map(({ figure }) => placeOf(figure))].join(),
      nodeOf: (reading, contradiction) => new Contradiction(reading, contradiction),
    });
    return Object.assign(new ContradictionConnection(), cut);
  }

  /** The ids of the unit and indicator that a filter means. @throws QuestionRefused UNKNOWN_UNIT, UNKNOWN_RECORD */
  private async about(
    reading: OrganisationReading,
    filter: { readonly unit?: string | null; readonly indicator?: string | null } | null | undefined,
  ): Promise<{ unit?: string; indicator?: string }> {
    const { unit, indicator } = filter ?? {};
    return {
      ...(unit == null ? {} : { unit: (await this.found.mustBe(reading, unit, 'filter.unit')).id }),
      ...(indicator == null
        ? {}
        : { indicator: await this.records.indicatorId(reading, indicator, 'filter.indicator') }),
    };
  }
}

/** Tells figures apart: the table that states it, and where in that. */
function placeOf({ record, rowNumber, column }: Stated): string {
  return `${record} ${rowNumber} ${column}`;
}
