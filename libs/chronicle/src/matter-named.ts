import { matter } from '#governance';
import type { RecordEntry, Register } from '#records';

/**
 * The matter that a reference means: its number, the name its source gave it, or its id. Capitals and spaces of a number
 * do not count as long as one matter alone is meant: "rs 200432".
 */
export function matterNamed(
  register: Register,
  reference: string,
  position: number,
): RecordEntry | undefined {
  const named = register.find(reference, position, [matter.kind]);
  if (named !== undefined) return named;
  const sought = withoutSpaces(reference);
  const found = register
    .known(matter, position)
    .filter(({ payload }) => payload.number !== undefined && withoutSpaces(payload.number) === sought);
  return found.length === 1 ? register.entries.get(found[0]!.id) : undefined;
}

function withoutSpaces(number: string): string {
  return number.replace(/\s/g, '').toLowerCase();
}
