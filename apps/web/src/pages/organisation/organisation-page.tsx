import { lazy, Suspense } from 'react';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { TimeControls } from '../../time/time-controls.js';
import { Marks } from '../../units/marks.js';
import { UnitTree } from '../../tree/unit-tree.js';
import { LeftOut } from './left-out.js';
import { NothingInForce, MayExist } from './may-exist.js';
import { UnitPanel } from './panel/unit-panel.js';
import { UnitSearch } from './unit-search.js';
import { Unfolding } from './unfolding.js';
import { useOrganisation } from './use-organisation.js';
import { ViewChoice } from './view-choice.js';

const UnitTable = lazy(async () => ({ default: (await import('./table/unit-table.js')).UnitTable }));
const UnitChart = lazy(async () => ({ default: (await import('./chart/unit-chart.js')).UnitChart }));

/** What the organisation looks like on a date: as a tree, a table or a chart, with the unit in focus beside it. */
export function OrganisationPage() {
  const { t, day, label, number } = useWords();
  const { state } = useView();
  const shown = useOrganisation();
  const { organisation, forest, open, pending, error } = shown;
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
        {state.view !== 'table' && <Unfolding forest={forest} unfold={shown.unfold} />}
      </div>
      <p role="status" className="count">
        {t('organisation.units', { count, number: number(count), date: day(organisation.at) })}
      </p>
      <LeftOut leftOut={organisation.leftOut} />
      <div className={unit === null ? 'stage' : 'stage with-panel'}>
        <div className="scene" aria-busy={shown.isPlaceholderData}>
          {count === 0 && <NothingInForce at={organisation.at} />}
          {count > 0 && state.view === 'tree' && (
            <UnitTree
              label={t('organisation.treeLabel', { organisation: organisation.name })}
              forest={forest}
              open={open}
              selected={unit}
              wanted={unit}
              unfold={shown.unfold}
              select={shown.select}
              describe={(described) => (
                <>
                  <span className="type">{label('type', described.type)}</span>
                  <Marks indeterminate={described.indeterminate} pending={pending.get(described.id)} />
                </>
              )}
            />
          )}
          <Suspense fallback={<Loading />}>
            {count > 0 && state.view === 'table' && <UnitTable {...shown} organisation={organisation} />}
            {count > 0 && state.view === 'chart' && <UnitChart {...shown} organisation={organisation} />}
          </Suspense>
          <MayExist at={organisation.at} certain={count} />
        </div>
        {unit !== null && <UnitPanel unit={unit} />}
      </div>
    </div>
  );
}
