import type { QueryBus } from '@nestjs/cqrs';
import {
  FindUnit,
  LOCAL_ACTOR,
  QuestionRefused,
  ReadOrganisation,
  type OrganisationReading,
} from '#chronicle';
import { codeAt, isInForce, type Unit } from '#structure';
import type { Language } from '#temporal';
import { messageLanguage } from './language.js';
import { leftOutText } from './left-out-text.js';
import { say } from './output.js';
import { ambiguousUnit, unknownUnit } from './refused.js';
import { standingMeant, type StandingAsked } from './standing.js';
import { unitsNamed } from './units-named.js';

/** The times of a question and what counts in it, as they are given as options. */
export interface AxesAsked {
  readonly at?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly standing?: StandingAsked | undefined;
  /** The organisation as this scenario plans it; `at` defaults to the scenario's date. */
  readonly scenario?: string | undefined;
  /** Of what is said about pending changes that do not fit. */
  readonly lang?: Language | undefined;
}

/** The organisation on a date, as known at a time. Says which pending changes it leaves out, and why. */
export async function readingOf(
  queries: QueryBus,
  organisation: string,
  { at, knownAt, standing, scenario, lang }: AxesAsked = {},
): Promise<OrganisationReading> {
  const axes = { at, knownAt, scenario, standing: standingMeant(standing), actor: LOCAL_ACTOR };
  const reading = await queries.execute(new ReadOrganisation(organisation, axes));
  sayLeftOut(reading, lang);
  return reading;
}

/** Says which pending changes a reading leaves out, and why. */
export function sayLeftOut(reading: OrganisationReading, lang: Language | undefined): void {
  for (const line of leftOutText(reading, messageLanguage(lang))) say(line);
}

/** The unit that a key, `scheme:code`, id or name means. @throws Refused UNKNOWN_UNIT, AMBIGUOUS_UNIT */
export async function unitOf(
  queries: QueryBus,
  reading: OrganisationReading,
  reference: string,
  keyScheme: string,
): Promise<Unit> {
  const unit = await queries.execute(new FindUnit(reading, reference, keyScheme));
  if (unit !== null) return unit;
  const named = unitsNamed(reading, reference);
  const inForce = named.filter((one) => isInForce(reading, one));
  const [meant, ...others] = inForce.length > 0 ? inForce : named;
  if (meant === undefined) throw unknownUnit(reference);
  if (others.length > 0) {
    throw ambiguousUnit(
      reference,
      [meant, ...others].map((one) => codeAt(reading, one, keyScheme) ?? one.id),
    );
  }
  return meant;
}

/** The import key of a unit at the reading; null if it has none. */
export function keyOf(reading: OrganisationReading, id: string, keyScheme: string): string | null {
  const unit = reading.timeline.units.get(id as Unit['id']);
  return unit === undefined ? null : codeAt(reading, unit, keyScheme);
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
