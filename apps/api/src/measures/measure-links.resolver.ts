import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ReadFigures, ReadTarget, type OrganisationReading } from '#chronicle';
import { figures as figuresKind, indicator as indicatorKind, type TargetOutcome } from '#measures';
import { Document } from '../governance/document.type.js';
import { documentIn, FoundRecords } from '../governance/found-records.js';
import { Observation } from '../governance/observation.type.js';
import { RequestContext } from '../request-context.js';
import { Figure } from './figure.type.js';
import { Figures } from './figures.type.js';
import { Indicator } from './indicator.type.js';
import { TargetStatusEnum } from './reading-enums.js';
import { FollowedInference, Series } from './series.type.js';
import { Target } from './target.type.js';

const THE_INDICATOR = { nullable: true, description: 'What is measured.' } as const;

@Resolver(() => Indicator)
export class IndicatorResolver {
  @ResolveField(() => Document, { nullable: true, description: 'The document that defines it.' })
  document(@Parent() { reading, payload }: Indicator): Document | null {
    return documentIn(reading, payload.document);
  }
}

@Resolver(() => Figure)
export class FigureResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Indicator, THE_INDICATOR)
  indicator(@Parent() { reading, stated }: Figure): Indicator | null {
    return indicatorIn(reading, stated.indicator);
  }

  @ResolveField(() => Document, { nullable: true, description: 'The document that states it.' })
  document(@Parent() { reading, stated }: Figure): Document | null {
    return documentIn(reading, stated.document);
  }

  @ResolveField(() => Figures, {
    nullable: true,
    description: 'The table, or statement, that it stands in, with how that was recorded.',
  })
  table(@Parent() { reading, stated }: Figure): Figures | null {
    const known = reading.register.get(figuresKind, stated.record, reading.ledgerPosition);
    return known === undefined ? null : new Figures(reading, known);
  }

  @ResolveField(() => TargetStatusEnum, {
    nullable: true,
    description: 'Of an outcome: whether it meets its target; null: it has none, or this is no outcome.',
  })
  async targetMet(@Parent() { reading, stated }: Figure): Promise<string | null> {
    if (stated.kind !== 'outcome') return null;
    return (await this.queries.execute(new ReadTarget(reading, stated)))?.verdict ?? null;
  }

  @ResolveField(() => Target, {
    nullable: true,
    description: 'Of an outcome or target: both beside each other; null: no target is recorded.',
  })
  async target(@Parent() { reading, stated }: Figure): Promise<Target | null> {
    if (stated.kind !== 'outcome' && stated.kind !== 'target') return null;
    const target: TargetOutcome | null = await this.queries.execute(new ReadTarget(reading, stated));
    return target && new Target(reading, target);
  }
}

@Resolver(() => Figures)
export class FiguresResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Indicator, THE_INDICATOR)
  indicator(@Parent() { reading, payload }: Figures): Indicator | null {
    return indicatorIn(reading, payload.indicator);
  }

  @ResolveField(() => Document, { nullable: true, description: 'The document in which it stands.' })
  document(@Parent() { reading, payload }: Figures): Document | null {
    return documentIn(reading, payload.document);
  }

  @ResolveField(() => [Figure], { description: 'Its values, row by row.' })
  async figures(
    @Parent() { reading, id }: Figures,
    @Context() context: RequestContext,
  ): Promise<readonly Figure[]> {
    const all = await this.queries.execute(new ReadFigures(reading));
    const stated = all.filter(({ record }) => record === id);
    return context.produce(stated.map((one) => new Figure(reading, one)));
  }
}

@Resolver(() => Target)
export class TargetResolver {
  @ResolveField(() => Indicator, THE_INDICATOR)
  indicator(@Parent() { reading, target }: Target): Indicator | null {
    return indicatorIn(reading, target.set.indicator);
  }
}

@Resolver(() => Series)
export class SeriesResolver {
  @ResolveField(() => Indicator, THE_INDICATOR)
  indicator(@Parent() { reading, series }: Series): Indicator | null {
    return indicatorIn(reading, series.indicator);
  }
}

@Resolver(() => FollowedInference)
export class FollowedInferenceResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => Observation, { nullable: true, description: 'What it is inferred from.' })
  observation(@Parent() { reading, edge }: FollowedInference): Promise<Observation | null> | null {
    return edge.observation === undefined ? null : this.records.observation(reading, edge.observation);
  }
}

function indicatorIn(reading: OrganisationReading, id: string): Indicator | null {
  const known = reading.register.get(indicatorKind, id, reading.ledgerPosition);
  return known === undefined ? null : new Indicator(reading, known);
}
