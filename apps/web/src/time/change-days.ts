import { useMemo } from 'react';
import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';
import { plusMonths, today } from '../location/days.js';

const CHANGE_DATES = graphql(`
  query ChangeDates($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      name
      changeDates {
        days
        windows {
          earliest
          latest
        }
      }
    }
  }
`);

/** The days on which something changes, in order. Of an imprecise date the day from which it is certain. */
export function useChangeDays(axes: Axes): {
  readonly name: string | null;
  readonly days: readonly string[];
} {
  const { data } = useAnswer('change-dates', CHANGE_DATES, { ...axes, at: null });
  const organisation = data?.organisation ?? null;
  return useMemo(() => {
    if (organisation === null) return { name: null, days: [] };
    const { days, windows } = organisation.changeDates;
    const settled = windows.map(({ earliest, latest }) => latest ?? earliest).filter((day) => day !== null);
    return { name: organisation.name, days: [...new Set([...days, ...settled])].sort() };
  }, [organisation]);
}

/** From when to when the time bar goes: five years before the first change, a year after the last or today. */
export function spanOf(
  days: readonly string[],
  at: string,
): { readonly first: string; readonly last: string } {
  const now = today();
  const [earliest = now, latest = now] = [days[0], days.at(-1)];
  const first = `${(earliest < now ? earliest : now).slice(0, 4)}-01-01`;
  const last = `${(latest > now ? latest : now).slice(0, 4)}-12-31`;
  const [from, to] = [plusMonths(first, -60), plusMonths(last, 12)];
  return { first: at < from ? at : from, last: at > to ? at : to };
}
