import type { QueryBus } from '@nestjs/cqrs';
import { recordWords, type OrganisationReading } from '#chronicle';
import type { RecordWords } from '#records';

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
