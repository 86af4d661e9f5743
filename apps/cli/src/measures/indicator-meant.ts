import { FindRecord } from '#chronicle';
import { indicator, type IndicatorPayload } from '#measures';
import type { KnownRecord } from '#records';
import type { Inquiry } from '../evidence/inquiry.js';
import { Refused } from '../refused.js';

/** The indicator that a name, a source's name or an id means. @throws Refused UNKNOWN_RECORD */
export async function indicatorMeant(
  { queries, reading }: Inquiry,
  reference: string,
): Promise<KnownRecord<IndicatorPayload>> {
  const found = await queries.execute(new FindRecord(reading, reference, [indicator.kind]));
  if (found !== null) return found as KnownRecord<IndicatorPayload>;
  const shown = reference.slice(0, 80);
  throw new Refused('UNKNOWN_RECORD', {
    sv: `Inget nyckeltal heter ”${shown}”.`,
    en: `No indicator is called "${shown}".`,
  });
}
