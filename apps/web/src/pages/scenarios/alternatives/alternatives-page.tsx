import { Link, useSearchParams } from 'react-router';
import { today } from '../../../location/days.js';
import { useView } from '../../../location/use-view.js';
import { withValues } from '../../../location/with-values.js';
import { usePageTitle } from '../../../shell/page-title.js';
import { Failure, Loading } from '../../../shell/states.js';
import { MoreButton } from '../../../shell/more-button.js';
import { useWords } from '../../../texts/use-words.js';
import { DayField } from '../../../time/day-field.js';
import { useScenarios } from '../scenario-question.js';
import { AlternativesTable } from './alternatives-table.js';
import { useAlternatives, useJudged } from './alternatives-question.js';
import { chosenIn, MOST } from './chosen.js';

/** Scenarios beside each other and beside what is recorded, on one date. */
export function AlternativesPage() {
  const { t } = useWords();
  const { state, axes, change, search } = useView();
  const [parameters, setParameters] = useSearchParams();
  const ids = chosenIn(parameters);
  const all = useScenarios(axes.slug, true);
  const scenarios = all.data?.scenarios.nodes ?? [];
  const about = scenarios.filter(({ id }) => ids.includes(id)).map(({ at }) => at);
  const at = state.at ?? about.sort().at(-1) ?? today();
  const compared = useAlternatives(axes.slug, all.data === undefined ? [] : ids, at);
  const judged = useJudged(all.data === undefined ? [] : ids, at);
  usePageTitle(t('scenarios.alternatives'), all.data?.organisation?.name);
  const error = all.error ?? compared.error;
  if (error !== null) return <Failure error={error} retry={() => void compared.refetch()} />;
  if (all.data === undefined) return <Loading />;
  const choose = (id: string, is: boolean) =>
    setParameters((now) => {
      const next = is ? [...ids, id].slice(-MOST) : ids.filter((other) => other !== id);
      return withValues(now, { of: next.join(',') });
    });
  return (
    <div className="page">
      <p className="small">
        <Link to={`/org/${axes.slug}/scenarios${search({ scenario: null, at: null })}`}>
          ← {t('scenarios.all')}
        </Link>
      </p>
      <h1>{t('scenarios.alternatives')}</h1>
      <p className="lead">{t('scenarios.alternativesLead')}</p>
      <div className="toolbar">
        <DayField label={t('compare.date')} value={at} give={(day) => change({ at: day })} />
        <fieldset className="choices in-row">
          <legend>{t('scenarios.compared')}</legend>
          {scenarios.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={ids.includes(id)}
                onChange={({ target }) => choose(id, target.checked)}
              />{' '}
              {name}
            </label>
          ))}
        </fieldset>
      </div>
      {ids.length === 0 && <p>{t('scenarios.chooseSome')}</p>}
      {ids.length > 0 && compared.data === undefined && <Loading />}
      {ids.length > 0 && compared.data !== undefined && (
        <AlternativesTable pages={compared.data.pages} judged={judged} />
      )}
      <MoreButton list={compared} />
    </div>
  );
}
