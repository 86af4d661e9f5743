import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import {
  isPlanned,
  ReadDecidedChanges,
  ReadMissing,
  ReadObservations,
  ReadStanding,
  withoutPending,
  type OrganisationReading,
} from '#chronicle';
import { lastVersion, matter as matterKind } from '#governance';
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

  @ResolveField(() => ChangeStandingEnum, {
    nullable: true,
    description:
      'How firm it is on the date; null: it is only planned, as it stands in the scenario that is shown.',
  })
  async standing(@Parent() { reading, entry }: Change): Promise<string | null> {
    const report = await this.queries.execute(new ReadStanding(reading, entry.id));
    return report?.standing ?? null;
  }

  @ResolveField(() => StandingReport, {
    nullable: true,
    description:
      'Its standing with the decisions, conditions and competence that it follows from; null where it has none.',
  })
  async standingReport(@Parent() change: Change): Promise<StandingReport | null> {
    const { reading, entry } = change;
    const report = await this.queries.execute(new ReadStanding(reading, entry.id));
    if (report === null) return null;
    const missing = await this.queries.execute(new ReadMissing(reading, entry.id));
    return new StandingReport(
      reading,
      report,
      change,
      missing.map((item) => new TodoItem(reading, item)),
    );
  }

  @ResolveField(() => Boolean, {
    description: 'It stands beside what is in force: nothing of it is in force yet.',
  })
  pending(@Parent() { reading, entry }: Change): boolean {
    const { timeline, position } = withoutPending(reading);
    const change = timeline.changes.get(entry.id);
    const version = change && lastVersion(change, position);
    return version !== undefined && version.pending && isKnownAt(version, position);
  }

  @ResolveField(() => Matter, {
    nullable: true,
    description: 'The matter of the last decision that it rests on, else the one that it names.',
  })
  async matter(@Parent() { reading, entry }: Change): Promise<Matter | null> {
    if (isPlanned(reading, entry.id)) return matterNamed(reading, entry);
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

/** The matter that a change that is only planned names itself. */
function matterNamed(reading: OrganisationReading, entry: Change['entry']): Matter | null {
  const { basis } = entry.log.findLast((each) => each.basis !== undefined) ?? {};
  const named = (basis as { readonly matter?: unknown } | null | undefined)?.matter;
  if (typeof named !== 'string') return null;
  return matterIn(reading, reading.register.find(named, reading.ledgerPosition, [matterKind.kind])?.id);
}
