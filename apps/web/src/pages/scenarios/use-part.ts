import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What of a scenario stands beside its tree. */
export const PARTS = ['steps', 'impact', 'difference', 'rebase', 'adopt', 'about'] as const;
export type Part = (typeof PARTS)[number];

/** The part that the address names; the steps where it names none. */
export function usePart() {
  const [search, setSearch] = useSearchParams();
  const part = PARTS.find((name) => name === search.get('part')) ?? 'steps';
  const show = useCallback(
    (next: Part) =>
      setSearch(
        (now) => {
          if (next === 'steps') now.delete('part');
          else now.set('part', next);
          return now;
        },
        { preventScrollReset: true },
      ),
    [setSearch],
  );
  return { part, show };
}
