import { Link, useSearchParams } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { withValues } from '../../location/with-values.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { MoreButton } from '../../shell/more-button.js';
import { useWords } from '../../texts/use-words.js';
import { countedKinds } from '../todo/todo-kinds.js';
import { matterPath } from '../../matters/matter-address.js';
import { useMatters } from './matters-question.js';
import '../../styles/matters.css';

/** Every matter: what it is about, how far it has come, and what is open. */
export function MattersPage() {
  const { t, number } = useWords();
  const { axes, search } = useView();
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get('text') ?? '';
  const list = useMatters(axes, text);
  const { data, error, refetch } = list;
  const organisation = data?.pages[0]?.organisation;
  usePageTitle(t('matters.title'), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const find = (words: string) =>
    setParameters((now) => withValues(now, { text: words }), { replace: true, flushSync: true });
  const matters = data?.pages.flatMap((page) => page.organisation?.matters.nodes ?? []) ?? [];
  const count = organisation?.matters.totalCount ?? 0;
  return (
    <div className="page">
      <h1>{t('matters.title')}</h1>
      <p className="lead">{t('matters.lead')}</p>
      <p>
        <Link to={`/org/${axes.slug}/todo${search()}`}>{t('matters.allTodo')}</Link>
      </p>
      <search className="toolbar" aria-label={t('changes.filters')}>
        <label className="field">
          {t('matters.text')}
          <input value={text} onChange={({ target }) => find(target.value)} />
        </label>
      </search>
      {organisation == null && <Loading />}
      {organisation != null && <p role="status">{t('matters.found', { count, number: number(count) })}</p>}
      {organisation != null && count === 0 && <Empty title={t('matters.none')} />}
      <ul className="matter-list">
        {matters.map((matter) => (
          <MatterCard key={matter.id} matter={matter} to={`${matterPath(axes.slug, matter)}${search()}`} />
        ))}
      </ul>
      <MoreButton list={list} />
    </div>
  );
}

type Matter = NonNullable<
  NonNullable<ReturnType<typeof useMatters>['data']>['pages'][number]['organisation']
>['matters']['nodes'][number];

function MatterCard({ matter, to }: { readonly matter: Matter; readonly to: string }) {
  const { t, date, label } = useWords();
  const last = matter.chain.at(-1);
  const awaits = [...new Set(matter.chain.flatMap((step) => step.awaits?.name ?? []))];
  return (
    <li>
      <p className="small">{matter.number ?? t('matters.noNumber')}</p>
      <h2>
        <Link to={to}>{matter.title}</Link>
      </h2>
      <p>
        {t('matters.opened')}: {matter.opened === null ? t('matters.unknown') : date(matter.opened)}
        {matter.closed !== null && ` · ${t('matters.closed')}: ${date(matter.closed)}`}
      </p>
      {last !== undefined && (
        <p>{t('matters.lastStep', { step: last.called, act: label('act', last.act) })}</p>
      )}
      {awaits.length > 0 && (
        <p className="missing">
          <Icon sign="warning" /> {t('matters.awaitsShort', { body: awaits.join(', ') })}
        </p>
      )}
      {matter.todo.length === 0 ? (
        <p className="small">
          <Icon sign="check" /> {t('matters.nothingOpen')}
        </p>
      ) : (
        <p className="marks">
          {t('matters.open')}{' '}
          {countedKinds(matter.todo).map(({ kind, count }) => (
            <span className="mark pending" key={kind}>
              {label('todo', kind)}: {count}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
