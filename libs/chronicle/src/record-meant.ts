import type { QueryBus } from '@nestjs/cqrs';
import type { Message } from '#temporal';
import type { OrganisationReading } from './organisation-reading.js';
import { FindRecord, type FoundRecord } from './queries/find-record.query.js';
import { QuestionRefused } from './refusal.js';

const NONE = {
  matter: (shown) => ({
    sv: `Inget ärende har numret ”${shown}”.`,
    en: `No matter has the number "${shown}".`,
  }),
  indicator: (shown) => ({
    sv: `Inget nyckeltal heter ”${shown}”.`,
    en: `No indicator is called "${shown}".`,
  }),
} satisfies Record<string, (shown: string) => Message>;

/**
 * The record that somebody means who asks: by its own name or number, the name its source gave it, or its id.
 *
 * @param field of the question, that names it
 * @throws QuestionRefused UNKNOWN_RECORD
 */
export async function recordMeant(
  { queries, reading }: { readonly queries: QueryBus; readonly reading: OrganisationReading },
  kind: keyof typeof NONE,
  reference: string,
  field?: string,
): Promise<FoundRecord> {
  const found = await queries.execute(new FindRecord(reading, reference, [kind]));
  if (found !== null) return found;
  throw new QuestionRefused('UNKNOWN_RECORD', NONE[kind](reference.slice(0, 80)), field);
}
