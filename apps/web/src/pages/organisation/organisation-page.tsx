import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { TimeControls } from '../../time/time-controls.js';
import { LeftOut } from './left-out.js';
import { MayExist } from './may-exist.js';
import { UnitPanel } from './panel/unit-panel.js';
import { Scene } from './scene.js';
import { UnitSearch } from './unit-search.js';
import { Unfolding } from './unfolding.js';
import { useOrganisation } from './use-organisation.js';
import { ViewChoice } from './view-choice.js';

/** What the organisation looks like on a date: as a tree, a table or a chart, with the unit in focus beside it. */
export function OrganisationPage() {
  const { t, day, number } = useWords();
  const { state } = useView();
  const shown = useOrganisation();
  const { organisation, error } = shown;
  usePageTitle(organisation?.name, state.at === null ? null : day(state.at));
  if (error !== null) return <Failure error={error} retry={() => void shown.refetch()} />;
  if (organisation === null) return <Loading />;
  const unit = state.unit;
  const count = organisation.chart.length;
  return (
    <div className="page">
      <h1>{organisation.name}</h1>
      <TimeControls />
      <div className="toolbar">
        <ViewChoice organisation={organisation} />
        <UnitSearch />
        {state.view !== 'table' && <Unfolding forest={shown.forest} unfold={shown.unfold} />}
      </div>
      <p role="status" className="count">
        {t('organisation.units', { count, number: number(count), date: day(organisation.at) })}
      </p>
      <LeftOut leftOut={organisation.leftOut} />
      <div className={unit === null ? 'stage' : 'stage with-panel'}>
        <div className="scene" aria-busy={shown.isPlaceholderData}>
          <Scene organisation={organisation} shown={shown} />
          <MayExist at={organisation.at} certain={count} />
        </div>
        {unit !== null && <UnitPanel unit={unit} />}
      </div>
    </div>
  );
}
