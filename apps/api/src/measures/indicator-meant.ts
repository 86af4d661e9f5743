import type { QueryBus } from '@nestjs/cqrs';
import { FindRecord, QuestionRefused, type OrganisationReading } from '#chronicle';
import { indicator } from '#measures';

/** The id of the indicator that its name, external id or id means. @throws QuestionRefused UNKNOWN_RECORD */
export async function indicatorMeant(
  queries: QueryBus,
  reading: OrganisationReading,
  reference: string,
  field: string,
): Promise<string> {
  const found = await queries.execute(new FindRecord(reading, reference, [indicator.kind]));
  if (found !== null) return found.id;
  const shown = reference.slice(0, 80);
  throw new QuestionRefused(
    'UNKNOWN_RECORD',
    { sv: `Inget nyckeltal svarar mot ”${shown}”.`, en: `No indicator is meant by "${shown}".` },
    field,
  );
}
