import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ReadDecidedChanges, ReadMissing, ReadObservations, ReadStanding } from '#chronicle';
import { lastVersion } from '#governance';
import { isKnownAt } from '#structure';
import { Change } from '../changes/change.type.js';
import { matterIn, observationOf } from './found-records.js';
import { ChangeStandingEnum } from './reading-enums.js';
import { Matter } from './matter.type.js';
import { Observation } from './observation.type.js';
import { StandingReport } from './standing.type.js';
import { TodoItem } from './todo.type.js';

@Resolver(() => Change)
export class ChangeResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => ChangeStandingEnum, { description: 'How firm it is on the date.' })
  async standing(@Parent() { reading, entry }: Change): Promise<string> {
    const report = await this.queries.execute(new ReadStanding(reading, entry.id));
    return report!.standing;
  }

  @ResolveField(() => StandingReport, {
    description: 'Its standing with the decisions, conditions and competence that it follows from.',
  })
  async standingReport(@Parent() change: Change): Promise<StandingReport> {
    const { reading, entry } = change;
    const report = await this.queries.execute(new ReadStanding(reading, entry.id));
    const missing = await this.queries.execute(new ReadMissing(reading, entry.id));
    return new StandingReport(
      reading,
      report!,
      change,
      missing.map((item) => new TodoItem(reading, item)),
    );
  }

  @ResolveField(() => Boolean, {
    description: 'It stands beside what is in force: nothing of it is in force yet.',
  })
  pending(@Parent() { reading, entry }: Change): boolean {
    const { base, ledgerPosition } = reading;
    const change = base.changes.get(entry.id);
    const version = change && lastVersion(change, ledgerPosition);
    return version !== undefined && version.pending && isKnownAt(version, ledgerPosition);
  }

  @ResolveField(() => Matter, {
    nullable: true,
    description: 'The matter of the last decision that it rests on, else the one that it names.',
  })
  async matter(@Parent() { reading, entry }: Change): Promise<Matter | null> {
    const change = reading.base.changes.get(entry.id);
    if (change === undefined) return null;
    const decided = await this.queries.execute(new ReadDecidedChanges(reading));
    return matterIn(reading, decided.matterOf(change));
  }

  @ResolveField(() => [Observation], { description: 'What later documents show that makes it likely.' })
  async observations(@Parent() { reading, entry }: Change): Promise<Observation[]> {
    const observed = await this.queries.execute(new ReadObservations(reading, { change: entry.id }));
    return observed.flatMap((one) => observationOf(reading, one) ?? []);
  }
}
