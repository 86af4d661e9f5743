import { Injectable } from '@nestjs/common';
import type { OrganisationReading } from '#chronicle';
import type { Day } from '#temporal';
import { ListedAnswers } from '../answers/listed-answers.js';
import type { RequestContext } from '../request-context.js';
import type { PageArgs } from '../schema/connection.type.js';
import { checkPage, pageOf, pinOf, readCursor, type Page } from '../schema/page.js';
import type { Organisation } from './organisation.type.js';

/** A list of an organisation that is paged through. */
export interface PagedList<T, N> {
  /** Which list it is, with its filter: its cursors are taken nowhere else. */
  readonly question: string;
  /** All that match. */
  list(reading: OrganisationReading): Promise<readonly T[]>;
  /** Tells the items apart. */
  keyOf(item: T): string;
  nodeOf(reading: OrganisationReading, item: T): N;
}

/** Cuts pages out of the lists of an organisation; the items behind them are read once for all pages. */
@Injectable()
export class Pages {
  constructor(private readonly lists: ListedAnswers) {}

  /** @throws CodedError INVALID_PAGE, INVALID_CURSOR */
  async of<T, N>(
    organisation: Organisation,
    page: PageArgs,
    context: RequestContext,
    { question, list, keyOf, nodeOf }: PagedList<T, N>,
  ): Promise<Page<N>> {
    checkPage(page);
    const reading = readingOfPage(await organisation.reading(), organisation.given, page);
    const pin = pinOf(reading, question);
    const items = await this.lists.once(pin, () => list(reading));
    const cut = pageOf(items, page, pin, keyOf, (item) => nodeOf(reading, item));
    context.produce(cut.edges);
    return cut;
  }
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
  const at = given.at || !isDay(cursor.at) ? reading.at : cursor.at;
  const earlier = !given.knownAt && cursor.revision >= 1 && cursor.revision < reading.revision;
  return reading.moved({ at, revision: earlier ? cursor.revision : reading.revision });
}

/** Whether a number that a cursor gives is a day of the calendar. */
export function isDay(value: number): value is Day {
  return value >= -719162 && value <= 2932896;
}
