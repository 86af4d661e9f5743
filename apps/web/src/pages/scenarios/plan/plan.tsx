import { useState } from 'react';
import { Link } from 'react-router';
import { emptyDraft, type ChangeKind, type Draft } from '../../../change-form/draft.js';
import { useView } from '../../../location/use-view.js';
import { Failure, Loading } from '../../../shell/states.js';
import { useWords } from '../../../texts/use-words.js';
import { useActedOn } from '../../../units/acted-on.js';
import { TimeControls } from '../../../time/time-controls.js';
import { Scene } from '../../organisation/scene.js';
import { Unfolding } from '../../organisation/unfolding.js';
import { UnitSearch } from '../../organisation/unit-search.js';
import { useOrganisation } from '../../organisation/use-organisation.js';
import { ViewChoice } from '../../organisation/view-choice.js';
import { ChangeDialog } from '../change/change-dialog.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { PartChoice } from './part-choice.js';
import { PartShown } from './part-shown.js';
import { PlanFacts } from './plan-facts.js';
import { PlanTools } from './plan-tools.js';
import { UndoRedo } from './undo-redo.js';

/** The organisation as a scenario has it, with what can be done with it, and one part of what comes of it beside. */
export function Plan({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, day } = useWords();
  const { state, axes, search } = useView();
  const shown = useOrganisation();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [said, say] = useState('');
  const { organisation, error } = shown;
  const canChange = scenario.status === 'OPEN' && state.known === null;
  // A unit that an address names by its key is not found in the forest.
  const onChart = state.unit === null ? undefined : shown.forest.byId.get(state.unit);
  const { acted } = useActedOn(axes, onChart === undefined ? state.unit : null);
  const plan = (kind: ChangeKind, units: readonly string[], to?: string) =>
    setDraft({
      ...emptyDraft(kind, state.at ?? scenario.at, units),
      to: to ?? null,
      hierarchy: state.hierarchy,
    });
  if (error !== null) return <Failure error={error} retry={() => void shown.refetch()} />;
  if (organisation === null) return <Loading />;
  const types = [...new Set(organisation.chart.map(({ type }) => type))];
  return (
    <div className="page">
      <p className="small">
        <Link
          to={`/org/${axes.slug}/scenarios${search({ scenario: null, at: null, unit: null, open: null })}`}
        >
          ← {t('scenarios.all')}
        </Link>
      </p>
      <h1>{scenario.name}</h1>
      <PlanFacts scenario={scenario} />
      <TimeControls />
      <div className="toolbar">
        <UndoRedo scenario={scenario} canChange={canChange} say={say} />
        <ViewChoice organisation={organisation} />
        <UnitSearch />
        {state.view !== 'table' && <Unfolding forest={shown.forest} unfold={shown.unfold} />}
      </div>
      <p role="status" className="plan-said">
        {said}
      </p>
      <div className="stage with-panel">
        <div className="scene" aria-busy={shown.isPlaceholderData}>
          <h2>{t('scenarios.treeTitle', { date: day(organisation.at) })}</h2>
          {canChange && (
            <PlanTools unit={onChart ?? (acted?.status === 'IN_FORCE' ? acted : null)} plan={plan} />
          )}
          {canChange && state.view === 'tree' && <p className="small">{t('scenarios.dragHelp')}</p>}
          <Scene
            organisation={organisation}
            shown={shown}
            {...(canChange ? { drop: (unit, onto) => plan('TRANSFER', [unit], onto) } : {})}
          />
        </div>
        <div className="panel">
          <PartChoice scenario={scenario} />
          <PartShown scenario={scenario} />
        </div>
      </div>
      {draft !== null && (
        <ChangeDialog
          start={draft}
          scenario={scenario}
          axes={axes}
          types={types}
          close={() => setDraft(null)}
          taken={() => {
            setDraft(null);
            say(t('scenarios.taken'));
          }}
        />
      )}
    </div>
  );
}
