import { useCallback, useMemo } from 'react';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { CHART, type PendingStanding } from '../../units/chart-question.js';
import { forestOf, idsAbove, unfoldedAtStart } from '../../units/unit-forest.js';

/** How many units may be named in an address as unfolded. */
const NAMED_IN_ADDRESS = 40;

/** The organisation that the address asks for, and what of it is unfolded. */
export function useOrganisation() {
  const { state, axes, change } = useView();
  const { data, error, refetch, isPlaceholderData } = useAnswer('chart', CHART, {
    ...axes,
    hierarchy: state.hierarchy,
  });
  const organisation = data?.organisation ?? null;
  const forest = useMemo(() => forestOf(organisation?.chart ?? []), [organisation]);
  const pending = useMemo(() => {
    const of = new Map<string, PendingStanding>();
    for (const { standing, units } of organisation?.pendingChanges.nodes ?? []) {
      for (const { id } of units) if (!of.has(id)) of.set(id, standing);
    }
    return of;
  }, [organisation]);
  const open = useMemo(() => {
    const ids = new Set(state.open ?? unfoldedAtStart(forest));
    if (state.unit !== null) for (const id of idsAbove(forest, state.unit)) ids.add(id);
    return ids;
  }, [forest, state.open, state.unit]);
  const unfold = useCallback(
    (next: ReadonlySet<string>) => change({ open: [...next].slice(0, NAMED_IN_ADDRESS) }, 'replace'),
    [change],
  );
  const select = useCallback((unit: string) => change({ unit, why: false }), [change]);
  return { organisation, forest, pending, open, unfold, select, error, refetch, isPlaceholderData };
}
