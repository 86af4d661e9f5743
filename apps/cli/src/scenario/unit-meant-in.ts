import type { QueryBus } from '@nestjs/cqrs';
import { readingOf, unitOf, type AxesAsked } from '../question.js';
import { Refused } from '../refused.js';

/**
 * The id of the unit that a reference means in the first of several readings of an organisation that has it.
 * @throws Refused UNKNOWN_UNIT, AMBIGUOUS_UNIT
 */
export async function unitMeantIn(
  queries: QueryBus,
  organisation: string,
  [first, ...others]: readonly [AxesAsked, ...AxesAsked[]],
  reference: string,
  keys: string,
): Promise<string> {
  try {
    return (await unitOf(queries, await readingOf(queries, organisation, first), reference, keys)).id;
  } catch (error) {
    const [next, ...rest] = others;
    if (!(error instanceof Refused) || error.code !== 'UNKNOWN_UNIT' || next === undefined) throw error;
    return unitMeantIn(queries, organisation, [next, ...rest], reference, keys);
  }
}
