import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import {
  ReadAssignments,
  ReadInferredLineage,
  ReadObservations,
  ReadPendingChanges,
  ReadSpellings,
} from '#chronicle';
import type { Direction } from '#structure';
import { Change } from '../changes/change.type.js';
import { RequestContext } from '../request-context.js';
import { DirectionEnum } from '../schema/enums.js';
import { Unit } from '../units/unit.type.js';
import { Assignment } from './assignment.type.js';
import { assignmentOf, documentIn, FoundRecords, observationOf } from './found-records.js';
import { InferredLineageStep, Observation } from './observation.type.js';
import { Spelling } from './spelling.type.js';

@ArgsType()
class InferredLineageArgs {
  @Field(() => DirectionEnum, { nullable: true, description: 'Which way; default: both.' })
  readonly direction?: Direction | 'both' | null;
}

/** What is recorded about a unit beside the structure. */
@Resolver(() => Unit)
export class UnitGovernanceResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly records: FoundRecords,
  ) {}

  @ResolveField(() => [Change], {
    description:
      'Changes that stand beside what is in force and act on it, connect it, or move something to or from it, in the order of recording.',
  })
  async pendingChanges(
    @Parent() { reading, unit }: Unit,
    @Context() context: RequestContext,
  ): Promise<readonly Change[]> {
    const entries = await this.queries.execute(new ReadPendingChanges(reading, { unit }));
    return context.produce(entries.map((entry) => new Change(reading, entry)));
  }

  @ResolveField(() => [Observation], {
    description: 'What later documents show of it, or infer of its lineage.',
  })
  async observations(
    @Parent() { reading, unit }: Unit,
    @Context() context: RequestContext,
  ): Promise<readonly Observation[]> {
    const observed = await this.queries.execute(new ReadObservations(reading, { unit: unit.id }));
    return context.produce(observed.flatMap((one) => observationOf(reading, one) ?? []));
  }

  @ResolveField(() => [InferredLineageStep], {
    description:
      'Lineage that no change says and an observation makes likely, nearest first; not what a person has rejected. `lineage` never has it.',
  })
  async inferredLineage(
    @Parent() { reading, unit }: Unit,
    @Args() { direction }: InferredLineageArgs,
    @Context() context: RequestContext,
  ): Promise<readonly InferredLineageStep[]> {
    const steps = await this.queries.execute(new ReadInferredLineage(reading, unit, direction ?? 'both'));
    return context.produce(steps.map((step) => new InferredLineageStep(reading, step)));
  }

  @ResolveField(() => [Spelling], {
    description: 'Every way in which its name is written beside its own, each with its source.',
  })
  async spellings(
    @Parent() { reading, unit }: Unit,
    @Context() context: RequestContext,
  ): Promise<readonly Spelling[]> {
    const spellings = await this.queries.execute(new ReadSpellings(reading, unit));
    const found: Spelling[] = [];
    for (const { written, document, place, record } of context.produce(spellings)) {
      const saidBy = await this.records.find(reading, record);
      found.push({ written, document: documentIn(reading, document), place, saidBy });
    }
    return found;
  }

  @ResolveField(() => [Assignment], {
    description:
      'Assignments that it has, does together with others, or stands to take over from a unit that has ended.',
  })
  async assignments(
    @Parent() { reading, unit }: Unit,
    @Context() context: RequestContext,
  ): Promise<readonly Assignment[]> {
    const assignments = await this.queries.execute(new ReadAssignments(reading, { unit: unit.id }));
    return context.produce(assignments.map((state) => assignmentOf(reading, state)));
  }
}
