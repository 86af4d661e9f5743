import { useView } from '../../location/use-view.js';
import { VIEWS } from '../../location/view-state.js';
import { useWords } from '../../texts/use-words.js';
import type { ChartedOrganisation } from '../../units/chart-question.js';

/** Tree, table or chart, and of which hierarchy. */
export function ViewChoice({ organisation }: { readonly organisation: ChartedOrganisation }) {
  const { t, label } = useWords();
  const { state, change } = useView();
  const hierarchies = new Set(['line', state.hierarchy]);
  for (const { placements } of organisation.roots.nodes) {
    for (const { hierarchy } of placements) hierarchies.add(hierarchy);
  }
  return (
    <>
      <div role="group" aria-label={t('organisation.views')} className="segmented">
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={state.view === view}
            onClick={() => change({ view })}
          >
            {t(`organisation.${view}`)}
          </button>
        ))}
      </div>
      {hierarchies.size > 1 && (
        <label className="field">
          {t('time.hierarchy')}
          <select
            value={state.hierarchy}
            onChange={({ target }) => change({ hierarchy: target.value, open: null })}
          >
            {[...hierarchies].map((name) => (
              <option key={name} value={name}>
                {label('hierarchy', name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
