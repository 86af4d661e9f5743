import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { CompareAlternatives, QuestionRefused, ReadOrganisation, type OrganisationReading } from '#chronicle';
import { ListedAnswers } from '../answers/listed-answers.js';
import { isDay } from '../organisations/pages.js';
import { axesOf, ReadingInput } from '../organisations/time-axes.args.js';
import { RequestContext } from '../request-context.js';
import { PageArgs } from '../schema/connection.type.js';
import { checkPage, pageOf, pinOf, readCursor, type Pin } from '../schema/page.js';
import { AlternativeConnection, AlternativeRow } from './alternatives.type.js';
import { ScenarioNodes } from './scenario-nodes.js';

const FEWEST = 2;
const MOST = 12;

@ArgsType()
class AlternativesArgs extends PageArgs {
  @Field(() => String, { description: 'The slug or id of the organisation.' })
  readonly organisation!: string;

  @Field(() => [ReadingInput], {
    description:
      'The readings, 2 to 12: any mix of dates, knowledge times, standings and scenarios. The others are compared with the first.',
  })
  readonly of!: readonly ReadingInput[];
}

@Resolver()
export class AlternativesResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: ListedAnswers,
    private readonly nodes: ScenarioNodes,
  ) {}

  @Query(() => AlternativeConnection, {
    description:
      'Readings of one organisation side by side: a row per unit that is not the same in all of them, a column per reading.',
  })
  async alternatives(
    @Args() { organisation, of, ...page }: AlternativesArgs,
    @Context() context: RequestContext,
  ): Promise<AlternativeConnection> {
    checkPage(page);
    if (of.length < FEWEST || of.length > MOST) throw wrongNumber();
    const now = await Promise.all(
      of.map((one) =>
        context.inTime(this.queries.execute(new ReadOrganisation(organisation, axesOf(one, context)))),
      ),
    );
    const places = placesOf(page);
    const readings = now.map((reading, i) => movedTo(reading, of[i]!, places?.[i]));
    const pin = pinOfAll(readings);
    const told = once(() => this.queries.execute(new CompareAlternatives(readings)));
    const rows = await this.lists.once(pin, async () => (await told()).rows);
    const counts = await this.lists.once({ ...pin, question: `counts of ${pin.question}` }, async () =>
      (await told()).columns.map((column) => column.counts),
    );
    const key = readings.map(({ revision, at }) => `${revision},${at}`).join(' ');
    const cut = pageOf(
      rows,
      page,
      pin,
      ({ id }) => `${id} ${key}`,
      (row) => new AlternativeRow(row),
    );
    context.produce(cut.edges.flatMap(() => readings));
    const columns = readings.map((reading, i) => ({
      at: reading.date,
      position: reading.ledgerPosition,
      standing: reading.standing,
      scenario:
        reading.scenario === undefined
          ? null
          : this.nodes.of(reading.scenario.state, reading.organisation, context),
      counts: counts[i]!,
    }));
    return Object.assign(new AlternativeConnection(), cut, { columns });
  }
}

/** What its cursors are bound to: all readings at once. */
function pinOfAll(readings: readonly OrganisationReading[]): Pin {
  const pins = readings.map((reading) => pinOf(reading, ''));
  return { ...pins[0]!, question: `alternatives ${JSON.stringify(pins)}` };
}

interface Place {
  readonly revision: number;
  readonly at: number;
}

/** Where each reading was when the cursor of the page was made; undefined: it is the first page. */
function placesOf({ after, before }: PageArgs): readonly Place[] | undefined {
  const text = after ?? before;
  if (text == null) return undefined;
  const [, ...places] = readCursor(text).key.split(' ');
  return places.map((place) => {
    const [revision = NaN, at = NaN] = place.split(',').map(Number);
    return { revision, at };
  });
}

/** The reading as it was on the page before, where its date or time is not given. */
function movedTo(
  reading: OrganisationReading,
  given: ReadingInput,
  place: Place | undefined,
): OrganisationReading {
  if (place === undefined) return reading;
  const at = given.at == null && isDay(place.at) ? place.at : reading.at;
  const earlier = given.knownAt == null && place.revision >= 1 && place.revision < reading.revision;
  return reading.moved({ at, revision: earlier ? place.revision : reading.revision });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function wrongNumber(): QuestionRefused {
  return new QuestionRefused(
    'INVALID_FILTER',
    {
      sv: `Ange ${FEWEST} till ${MOST} alternativ.`,
      en: `Give ${FEWEST} to ${MOST} readings.`,
    },
    'of',
  );
}
