import type { QueryBus } from '@nestjs/cqrs';
import { FindRecord, recordWords, type FoundRecord, type OrganisationReading } from '#chronicle';
import type { RecordWords } from '#records';
import { Refused } from '../refused.js';

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

/** The matter that a registry number, a name or an id means. @throws Refused UNKNOWN_RECORD */
export async function matterMeant({ queries, reading }: Inquiry, reference: string): Promise<FoundRecord> {
  const found = await queries.execute(new FindRecord(reading, reference, ['matter']));
  if (found !== null) return found;
  const shown = reference.slice(0, 80);
  throw new Refused('UNKNOWN_RECORD', {
    sv: `Inget ärende har numret ”${shown}”.`,
    en: `No matter has the number "${shown}".`,
  });
}
