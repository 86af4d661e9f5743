import { isDay } from '../../location/days.js';
import type { Labels } from '../../texts/labels.js';
import { withValues } from '../../location/with-values.js';

/** Which changes; it stands in the address beside the times. */
export interface ChangeFilter {
  readonly text: string;
  readonly kind: keyof Labels['kind'] | null;
  readonly standing: keyof Labels['standing'] | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Whether changes that stand beside what is in force are among them. */
  readonly pending: boolean;
}

/** Reads a filter; what an enum does not have is left out. */
export function readChangeFilter(
  search: URLSearchParams,
  kinds: readonly string[],
  standings: readonly string[],
): ChangeFilter {
  const among = <Value extends string>(name: string, values: readonly string[]) => {
    const value = search.get(name);
    return value !== null && values.includes(value) ? (value as Value) : null;
  };
  const day = (name: string) => {
    const value = search.get(name);
    return value !== null && isDay(value) ? value : null;
  };
  return {
    text: search.get('text') ?? '',
    kind: among<keyof Labels['kind']>('kind', kinds),
    standing: among<keyof Labels['standing']>('only', standings),
    from: day('from'),
    to: day('to'),
    pending: search.get('pending') !== '0',
  };
}

/** Writes a filter into an address, and leaves the rest of it as it is. */
export function writeChangeFilter(search: URLSearchParams, filter: ChangeFilter): URLSearchParams {
  return withValues(search, {
    text: filter.text,
    kind: filter.kind,
    only: filter.standing,
    from: filter.from,
    to: filter.to,
    pending: filter.pending ? null : '0',
  });
}
