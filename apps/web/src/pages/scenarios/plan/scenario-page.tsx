import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useView } from '../../../location/use-view.js';
import { usePageTitle } from '../../../shell/page-title.js';
import { Failure, Loading } from '../../../shell/states.js';
import { useWords } from '../../../texts/use-words.js';
import { useScenario } from '../scenario-question.js';
import { Plan } from './plan.js';

/** One scenario: what it shows, what was simulated, and what comes of it. */
export function ScenarioPage({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { state, search, axes } = useView();
  const [, setSearch] = useSearchParams();
  const { data, error, refetch } = useScenario(id);
  const scenario = data?.scenario;
  usePageTitle(scenario?.name, t('shell.scenarios'));
  const about = scenario?.at;
  // A scenario is shown on the date that it is about; then the address says so.
  useEffect(() => {
    if (state.at !== null || about === undefined) return;
    setSearch(
      (now) => {
        now.set('at', about);
        return now;
      },
      { replace: true },
    );
  }, [state.at, about, setSearch]);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (scenario === undefined) return <Loading />;
  if (scenario === null) {
    return (
      <section className="failure">
        <h1>{t('scenarios.unknown')}</h1>
        <p>{t('scenarios.unknownText')}</p>
        <Link to={`/org/${axes.slug}/scenarios${search({ scenario: null, at: null })}`}>
          {t('scenarios.all')}
        </Link>
      </section>
    );
  }
  return state.at === null ? <Loading /> : <Plan scenario={scenario} />;
}
