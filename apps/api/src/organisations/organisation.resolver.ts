import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import {
  FindUnits,
  ReadChangeDates,
  ReadChanges,
  ReadChart,
  ReadLineage,
  type OrganisationReading,
} from '#chronicle';
import { dayOf, parseCivilDate, type Day, type Position } from '#temporal';
import { ChangeConnection, ChangeDates } from '../changes/change-connection.type.js';
import { Change } from '../changes/change.type.js';
import { ChangesArgs } from '../changes/changes.args.js';
import { LineageStep } from '../lineage/lineage.type.js';
import { LineageArgs } from '../lineage/lineage.args.js';
import { CodedError } from '../refusals/coded-error.js';
import { QuestionRefused } from '#chronicle';
import { RequestContext } from '../request-context.js';
import { type PageArgs } from '../schema/connection.type.js';
import { checkPage, pageOf, pinOf, readCursor } from '../schema/page.js';
import { DateScalar, InstantScalar, PositionScalar } from '../schema/scalars.js';
import { ChartArgs, UnitArgs, UnitsArgs } from '../units/units.args.js';
import { ChartUnit } from '../units/chart-unit.type.js';
import { FoundUnits } from '../units/found-units.js';
import { UnitConnection } from '../units/unit-connection.type.js';
import { Unit } from '../units/unit.type.js';
import { ListedAnswers } from '../answers/listed-answers.js';
import { Organisation } from './organisation.type.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
    private readonly lists: ListedAnswers,
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
    return context.produce(boxes).map((box) => new ChartUnit(box, keys));
  }

  @ResolveField(() => UnitConnection, { description: 'The units in force that match, by name.' })
  async units(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: UnitsArgs,
    @Context() context: RequestContext,
  ): Promise<UnitConnection> {
    checkPage(page);
    const reading = readingOfPage(await organisation.reading(), organisation.given, page);
    const pin = pinOf(reading, `units ${JSON.stringify(filter ?? null)}`);
    const units = await this.lists.once(pin, async () =>
      this.queries.execute(new FindUnits(reading, await this.found.unitFilter(reading, filter ?? {}))),
    );
    const cut = pageOf(
      units,
      page,
      pin,
      ({ id }) => id,
      (unit) => new Unit(reading, unit),
    );
    context.produce(cut.edges);
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

  @ResolveField(() => ChangeConnection, {
    description: 'The chronicle, in the order in which changes apply.',
  })
  async changes(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: ChangesArgs,
    @Context() context: RequestContext,
  ): Promise<ChangeConnection> {
    checkPage(page);
    const reading = readingOfPage(await organisation.reading(), organisation.given, page);
    const pin = pinOf(reading, `changes ${JSON.stringify(filter ?? null)}`);
    const entries = await this.lists.once(pin, async () => {
      const { from, to, unit, kinds, text, inEffectOnly } = filter ?? {};
      return this.queries.execute(
        new ReadChanges(reading, {
          ...(from == null ? {} : { from: dayGiven(from, 'filter.from') }),
          ...(to == null ? {} : { to: dayGiven(to, 'filter.to') }),
          ...(unit == null ? {} : { unit: await this.found.mustBe(reading, unit, 'filter.unit') }),
          ...(kinds == null ? {} : { kind: kinds }),
          ...(text == null ? {} : { text }),
          ...(inEffectOnly == null ? {} : { inEffectOnly }),
        }),
      );
    });
    const cut = pageOf(
      entries,
      page,
      pin,
      ({ id }) => id,
      (entry) => new Change(reading, entry),
    );
    context.produce(cut.edges);
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

function dayGiven(text: string, field: string): Day {
  const date = parseCivilDate(text);
  if (!date.ok) throw new QuestionRefused('INVALID_DATE', date.problem.message, field);
  return dayOf(date.value);
}

/** The reading that a page belongs to: where no time was given, that of its cursor. @throws CodedError INVALID_CURSOR */
function readingOfPage(
  reading: OrganisationReading,
  given: Organisation['given'],
  { after, before }: PageArgs,
): OrganisationReading {
  const text = after ?? before;
  if (text == null) return reading;
  const cursor = readCursor(text);
  const at = given.at || !isDay(cursor.at) ? reading.at : (cursor.at as Day);
  const earlier = !given.knownAt && cursor.position >= 1 && cursor.position < reading.ledgerPosition;
  const position = earlier ? (cursor.position as Position) : reading.ledgerPosition;
  return reading.moved({ at, position });
}

function isDay(value: number): boolean {
  return value >= -719162 && value <= 2932896;
}
