import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useView } from '../../../location/use-view.js';
import { withValues } from '../../../location/with-values.js';
import { usePageTitle } from '../../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../../shell/states.js';
import { useWords } from '../../../texts/use-words.js';
import { MOST, withOf } from '../alternatives/chosen.js';
import { useScenarios } from '../scenario-question.js';
import { CreateDialog } from './create-dialog.js';
import { ScenarioCard } from './scenario-card.js';

/** Every scenario that the reader may see, to open, to compare, or to begin another from. */
export function ScenarioList() {
  const { t } = useWords();
  const { axes, search } = useView();
  const [parameters, setParameters] = useSearchParams();
  const withArchived = parameters.get('archived') === '1';
  const { data, error, refetch } = useScenarios(axes.slug, withArchived);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isCreating, setCreating] = useState(false);
  usePageTitle(t('shell.scenarios'), data?.organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const scenarios = data.scenarios.nodes;
  return (
    <div className="page">
      <h1>{t('shell.scenarios')}</h1>
      <p className="lead">{t('scenarios.lead')}</p>
      <div className="toolbar">
        <button type="button" className="primary" onClick={() => setCreating(true)}>
          {t('scenarios.create')}
        </button>
        {chosen.length > 0 && (
          <Link
            className="button"
            to={`/org/${axes.slug}/scenarios/compare${withOf(search({ unit: null, open: null }), chosen)}`}
          >
            {t('scenarios.compareChosen', { count: chosen.length })}
          </Link>
        )}
        <label className="check">
          <input
            type="checkbox"
            checked={withArchived}
            onChange={({ target }) =>
              setParameters((now) => withValues(now, { archived: target.checked ? '1' : null }))
            }
          />{' '}
          {t('scenarios.withArchived')}
        </label>
      </div>
      {scenarios.length === 0 && (
        <Empty title={t('scenarios.none')}>
          <p>{t('scenarios.noneText')}</p>
        </Empty>
      )}
      <ul className="cards">
        {scenarios.map((scenario) => (
          <ScenarioCard
            key={scenario.id}
            scenario={scenario}
            isChosen={chosen.includes(scenario.id)}
            choose={(is) =>
              setChosen((now) =>
                is ? [...now, scenario.id].slice(-MOST) : now.filter((id) => id !== scenario.id),
              )
            }
          />
        ))}
      </ul>
      {isCreating && <CreateDialog scenarios={scenarios} close={() => setCreating(false)} />}
    </div>
  );
}
