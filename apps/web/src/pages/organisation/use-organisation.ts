import { useCallback, useMemo, useState } from 'react';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { CHART, type PendingStanding } from '../../units/chart-question.js';
import { forestOf, idsAbove, unfoldedAtStart } from '../../units/unit-forest.js';

/** How many units may be named in an address as unfolded. */
const NAMED_IN_ADDRESS = 40;

/** What was unfolded by hand; counts as long as the address names what it named then. */
interface Unfolded {
  readonly ids: ReadonlySet<string>;
  /** What the address names; null: nothing, as where too many are unfolded to name them. */
  readonly named: string | null;
}

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
      for (const { id } of units) if (standing !== null && !of.has(id)) of.set(id, standing);
    }
    return of;
  }, [organisation]);
  const named = state.open?.join(',') ?? null;
  const [chosen, setChosen] = useState<Unfolded | null>(null);
  const open = useMemo(() => {
    const isChosen = chosen !== null && chosen.named === named;
    const ids = new Set(isChosen ? chosen.ids : (named?.split(',') ?? unfoldedAtStart(forest)));
    if (state.unit !== null) for (const id of idsAbove(forest, state.unit)) ids.add(id);
    return ids;
  }, [forest, named, chosen, state.unit]);
  const unfold = useCallback(
    (next: ReadonlySet<string>) => {
      const fits = next.size <= NAMED_IN_ADDRESS ? [...next] : null;
      setChosen({ ids: next, named: fits?.join(',') ?? null });
      change({ open: fits }, 'replace');
    },
    [change],
  );
  const select = useCallback((unit: string) => change({ unit, why: false }), [change]);
  return { organisation, forest, pending, open, unfold, select, error, refetch, isPlaceholderData };
}
