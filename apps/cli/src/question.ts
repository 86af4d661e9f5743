import type { QueryBus } from '@nestjs/cqrs';
import { FindUnit, QuestionRefused, ReadOrganisation, type OrganisationReading } from '#chronicle';
import { codeAt, type Unit } from '#structure';
import { dayOf, parseCivilDate, type Day } from '#temporal';
import { unknownUnit } from './refused.js';

/** The organisation on a date, as known at a time. */
export function readingOf(
  queries: QueryBus,
  organisation: string,
  at?: string,
  knownAt?: string,
): Promise<OrganisationReading> {
  return queries.execute(new ReadOrganisation(organisation, { at, knownAt }));
}

/** The unit that a key, `scheme:code` or id means. @throws Refused UNKNOWN_UNIT */
export async function unitOf(
  queries: QueryBus,
  reading: OrganisationReading,
  reference: string,
  keyScheme: string,
): Promise<Unit> {
  const unit = await queries.execute(new FindUnit(reading, reference, keyScheme));
  if (unit === null) throw unknownUnit(reference);
  return unit;
}

/** The import key of a unit at the reading; null if it has none. */
export function keyOf(reading: OrganisationReading, id: string, keyScheme: string): string | null {
  const unit = reading.timeline.units.get(id as Unit['id']);
  return unit === undefined ? null : codeAt(reading, unit, keyScheme);
}

/** A day given as an option. @throws QuestionRefused INVALID_DATE */
export function dayAsked(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const date = parseCivilDate(text);
  if (!date.ok) throw new QuestionRefused('INVALID_DATE', date.problem.message);
  return dayOf(date.value);
}

/** @throws QuestionRefused INVALID_INTERVAL if `from` is later than `to` */
export function refuseBackwards(
  from: string | number | undefined,
  to: string | number | undefined,
  shown: string,
): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new QuestionRefused('INVALID_INTERVAL', {
    sv: `Den första tidpunkten ligger efter den andra (${shown}).`,
    en: `The first point in time is later than the second (${shown}).`,
  });
}
