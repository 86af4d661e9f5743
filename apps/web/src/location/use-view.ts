import { useCallback, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { axesOf, type Axes } from './axes.js';
import { readViewState, START, writeViewState, type BadParameter, type ViewState } from './view-state.js';

export interface View {
  readonly state: ViewState;
  readonly axes: Axes;
  readonly bad: readonly BadParameter[];
  /** Changes what the address says; `replace`: without a step to go back to. */
  change(change: Partial<ViewState>, how?: 'push' | 'replace'): void;
  /** The rest of an address that keeps the times and what is chosen, with something else in place of a part. */
  search(change?: Partial<ViewState>): string;
}

/** What the address says of the organisation that is shown. */
export function useView(): View {
  const [search, setSearch] = useSearchParams();
  const { slug = '' } = useParams();
  const { state, bad } = useMemo(() => readViewState(search), [search]);
  const axes = useMemo(() => axesOf(slug, state), [slug, state]);
  const change = useCallback(
    (part: Partial<ViewState>, how: 'push' | 'replace' = 'push') => {
      // Of the address itself and at once: keys may come quicker than the page is drawn.
      const now = new URLSearchParams(location.search);
      setSearch(keepOthers(now, writeViewState({ ...readViewState(now).state, ...part })), {
        replace: how === 'replace',
        preventScrollReset: true,
        flushSync: true,
      });
    },
    [setSearch],
  );
  const searchFor = useCallback(
    (part: Partial<ViewState> = {}) => {
      const text = keepLanguage(search, writeViewState({ ...state, ...part })).toString();
      return text === '' ? '' : `?${text}`;
    },
    [search, state],
  );
  return useMemo(
    () => ({ state, axes, bad, change, search: searchFor }),
    [state, axes, bad, change, searchFor],
  );
}

function keepLanguage(from: URLSearchParams, to: URLSearchParams): URLSearchParams {
  const language = from.get('lang');
  if (language !== null) to.set('lang', language);
  return to;
}

/** Keeps what a page of its own has in the address, such as the filter of the chronicle. */
function keepOthers(from: URLSearchParams, to: URLSearchParams): URLSearchParams {
  for (const [name, value] of from) if (!(name in START)) to.set(name, value);
  return to;
}
