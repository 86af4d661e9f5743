import type { QueryBus } from '@nestjs/cqrs';
import { recordMeant, recordWords, type OrganisationReading } from '#chronicle';
import type { RecordId, RecordWords } from '#records';
import type { UnitId } from '#structure';
import { unitOf } from '../question.js';

/** What is asked of, and the words for what its answers name by id. */
export interface Inquiry {
  readonly queries: QueryBus;
  readonly reading: OrganisationReading;
  readonly words: RecordWords;
  /** The code scheme of import keys. */
  readonly keys: string;
}

export function inquiryInto(queries: QueryBus, reading: OrganisationReading, keys: string): Inquiry {
  const { register, base, ledgerPosition } = reading;
  return { queries, reading, keys, words: recordWords(register, base, ledgerPosition) };
}

/** The unit that an option names; undefined where the option is not given. @throws Refused as `unitOf` */
export async function unitAsked(
  { queries, reading, keys }: Inquiry,
  reference: string | undefined,
): Promise<UnitId | undefined> {
  return reference === undefined ? undefined : (await unitOf(queries, reading, reference, keys)).id;
}

/** The record that an option names; undefined where the option is not given. @throws QuestionRefused UNKNOWN_RECORD */
export async function recordAsked(
  inquiry: Inquiry,
  kind: Parameters<typeof recordMeant>[1],
  reference: string | undefined,
): Promise<RecordId | undefined> {
  return reference === undefined ? undefined : (await recordMeant(inquiry, kind, reference)).id;
}
