import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { dayGiven, ReadHistory, ReadLineage, ReadReasons, ReadRelatives } from '#chronicle';
import { childrenAt, parentAt } from '#structure';
import { RelativesArgs, UnitLineageArgs } from '../lineage/lineage.args.js';
import { LineageStep, Relatives } from '../lineage/lineage.type.js';
import { atLeast } from '../organisations/organisation.resolver.js';
import { RequestContext } from '../request-context.js';
import { Placement } from './placement.type.js';
import { Reason, Version } from './history.type.js';
import { Unit } from './unit.type.js';

@ArgsType()
class HierarchyArgs {
  @Field(() => String, { nullable: true, description: 'Which hierarchy; default `line`.' })
  readonly hierarchy?: string | null;
}

@ArgsType()
class HistoryArgs {
  @Field(() => [String], {
    nullable: true,
    description:
      'Only these: `existence`, `name`, `type`, `parent:<hierarchy>`, `code:<scheme>`, `predecessor`, `successor`.',
  })
  readonly fields?: readonly string[] | null;
}

@Resolver(() => Unit)
export class UnitResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Unit, {
    nullable: true,
    description: 'The unit it stands under; null: a root, or no part in it.',
  })
  parent(@Parent() { reading, unit }: Unit, @Args() { hierarchy }: HierarchyArgs): Unit | null {
    const parent = parentAt(reading, unit, hierarchy ?? 'line');
    return parent == null ? null : new Unit(reading, parent);
  }

  @ResolveField(() => [Placement], {
    description: 'Its place in every hierarchy it takes part in, `line` first.',
  })
  placements(@Parent() { reading, unit, state }: Unit): Placement[] {
    return state.parents.map(({ hierarchy }) => {
      const parent = parentAt(reading, unit, hierarchy);
      return { hierarchy, parent: parent == null ? null : new Unit(reading, parent) };
    });
  }

  @ResolveField(() => [Unit], { description: 'The units in force that stand directly under it, by name.' })
  children(
    @Parent() { reading, unit }: Unit,
    @Args() { hierarchy }: HierarchyArgs,
    @Context() context: RequestContext,
  ): Unit[] {
    const children = childrenAt(reading, unit, hierarchy ?? 'line');
    return context.produce(children).map((child) => new Unit(reading, child));
  }

  @ResolveField(() => [Version], {
    description:
      'Everything ever said about it, in both times: by the day it holds from, then as it was recorded.',
  })
  async history(
    @Parent() { reading, unit }: Unit,
    @Args() { fields }: HistoryArgs,
    @Context() context: RequestContext,
  ): Promise<Version[]> {
    const versions = await this.queries.execute(new ReadHistory(reading, unit));
    const wanted = fields == null ? versions : versions.filter(({ field }) => fields.includes(field));
    return context.produce(wanted).map((version) => new Version(reading, version));
  }

  @ResolveField(() => [LineageStep], {
    description: 'Where it came from and where it went, through all generations, nearest first.',
  })
  async lineage(
    @Parent() { reading, unit }: Unit,
    @Args() { direction, generations }: UnitLineageArgs,
    @Context() context: RequestContext,
  ): Promise<LineageStep[]> {
    const steps = await this.queries.execute(
      new ReadLineage(reading, unit, {
        ...(direction == null ? {} : { direction }),
        ...(generations == null ? {} : { generations: atLeast(generations, 1, 'generations') }),
      }),
    );
    return context.produce(steps).map((step) => new LineageStep(step));
  }

  @ResolveField(() => Relatives, {
    description: 'The units in force on a date that it goes back or leads to.',
  })
  async relatives(
    @Parent() { reading, unit }: Unit,
    @Args() { at, direction }: RelativesArgs,
    @Context() context: RequestContext,
  ): Promise<Relatives> {
    const lineage = await this.queries.execute(
      new ReadRelatives(
        at == null ? reading : reading.moved({ at: dayGiven(at, 'at') }),
        unit,
        direction ?? 'both',
      ),
    );
    context.produce(lineage.units);
    return new Relatives(lineage);
  }

  @ResolveField(() => [Reason], {
    description: 'The changes behind its existence, name, type, place in each hierarchy and codes.',
  })
  async why(@Parent() { reading, unit }: Unit, @Context() context: RequestContext): Promise<Reason[]> {
    const reasons = await this.queries.execute(new ReadReasons(reading, unit));
    return context.produce(reasons).map((reason) => new Reason(reading, reason));
  }
}
