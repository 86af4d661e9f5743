import { useSearchParams } from 'react-router';
import { useView } from '../../location/use-view.js';
import { withValues } from '../../location/with-values.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { MoreButton } from '../../shell/more-button.js';
import { useWords } from '../../texts/use-words.js';
import { useContradictions } from './contradictions-question.js';
import { FollowUpParts } from './follow-up-parts.js';
import { OneContradiction } from './one-contradiction.js';
import '../../styles/matters.css';
import '../../styles/follow-up.css';

/** Where printed figures contradict each other, with both places. */
export function ContradictionsPage() {
  const { t, number } = useWords();
  const { axes } = useView();
  const [parameters, setParameters] = useSearchParams();
  const beyondRounding = parameters.get('beyond') === '1';
  const indicator = parameters.get('indicator');
  const list = useContradictions(axes, {
    beyondRounding,
    indicator,
  });
  const { data, error, refetch } = list;
  const organisation = data?.pages[0]?.organisation;
  usePageTitle(t('measures.contradictions'), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (organisation == null) return <Loading />;
  const { totalCount } = organisation.contradictions;
  const nodes = data?.pages.flatMap((page) => page.organisation?.contradictions.nodes ?? []) ?? [];
  const choose = (name: 'beyond' | 'indicator', value: string | null) =>
    setParameters((now) => withValues(now, { [name]: value }), { replace: true, flushSync: true });
  return (
    <div className="page">
      <h1>{t('measures.contradictions')}</h1>
      <p className="lead">{t('measures.contradictionsLead')}</p>
      <FollowUpParts />
      <label className="check">
        <input
          type="checkbox"
          checked={beyondRounding}
          onChange={({ target }) => choose('beyond', target.checked ? '1' : null)}
        />{' '}
        {t('measures.beyondRounding')}
      </label>
      <p role="status">
        {t('measures.contradictionsFound', { count: totalCount, number: number(totalCount) })}
      </p>
      {totalCount === 0 && <Empty title={t('measures.noContradictions')} />}
      <ol className="chronicle contradictions">
        {nodes.map((contradiction, index) => (
          <li key={index}>
            <OneContradiction contradiction={contradiction} />
          </li>
        ))}
      </ol>
      {indicator !== null && (
        <button type="button" onClick={() => choose('indicator', null)}>
          {t('measures.allContradictions')}
        </button>
      )}
      <MoreButton list={list} />
    </div>
  );
}
