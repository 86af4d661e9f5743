import { withValues } from '../../../location/with-values.js';

/** The most scenarios that are compared at once, beside what is recorded. */
export const MOST = 11;

/** The scenarios that an address names for a comparison. */
export function chosenIn(search: URLSearchParams): readonly string[] {
  return (search.get('of') ?? '')
    .split(',')
    .filter((id) => id !== '')
    .slice(0, MOST);
}

/** The part of an address after the question mark, with the scenarios to compare. */
export function withOf(search: string, ids: readonly string[]): string {
  const text = withValues(new URLSearchParams(search), { of: ids.join(',') }).toString();
  return text === '' ? '' : `?${text}`;
}
