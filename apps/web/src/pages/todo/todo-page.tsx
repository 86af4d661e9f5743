import { useSearchParams } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { usePages } from '../../graphql/use-pages.js';
import { useView } from '../../location/use-view.js';
import { withValues } from '../../location/with-values.js';
import type { Axes } from '../../location/axes.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { MoreButton } from '../../shell/more-button.js';
import { useWords } from '../../texts/use-words.js';
import { TimeControls } from '../../time/time-controls.js';
import { FollowUpParts } from '../follow-up/follow-up-parts.js';
import { TODO_ITEM } from './todo-items.js';
import { TODO_KINDS, type TodoKind } from './todo-kinds.js';
import { TodoList } from './todo-list.js';
import '../../styles/matters.css';
import '../../styles/follow-up.css';

const TODO = graphql(
  `
    query Todo(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $after: String
      $filter: TodoFilterInput
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        todo(first: 200, after: $after, filter: $filter) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...TodoParts
          }
        }
      }
    }
  `,
  [TODO_ITEM],
);

function useTodo(axes: Axes, kind: TodoKind | null) {
  const filter = kind === null ? null : { kinds: [kind] };
  return usePages('todo', TODO, { ...axes, filter }, ({ organisation }) => organisation?.todo);
}

/** All evidence that is missing in the organisation on the date. */
export function TodoPage() {
  const { t, number, label } = useWords();
  const { axes } = useView();
  const [parameters, setParameters] = useSearchParams();
  const kind = TODO_KINDS.find((one) => one === parameters.get('kind')) ?? null;
  const list = useTodo(axes, kind);
  const { data, error, refetch } = list;
  const organisation = data?.pages[0]?.organisation;
  usePageTitle(t('todo.title'), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const choose = (chosen: string) =>
    setParameters((now) => withValues(now, { kind: chosen }), { replace: true, flushSync: true });
  const count = organisation?.todo.totalCount ?? 0;
  return (
    <div className="page">
      <h1>{t('todo.title')}</h1>
      <p className="lead">{t('todo.lead')}</p>
      <FollowUpParts />
      <TimeControls />
      <search className="toolbar" aria-label={t('changes.filters')}>
        <label className="field">
          {t('todo.kind')}
          <select value={kind ?? ''} onChange={({ target }) => choose(target.value)}>
            <option value="">{t('changes.all')}</option>
            {TODO_KINDS.map((one) => (
              <option key={one} value={one}>
                {label('todo', one)}
              </option>
            ))}
          </select>
        </label>
      </search>
      {organisation == null && <Loading />}
      {organisation != null && <p role="status">{t('todo.found', { count, number: number(count) })}</p>}
      {organisation != null && count === 0 && <Empty title={t('todo.none')} />}
      <TodoList level="h2" items={data?.pages.flatMap((page) => page.organisation?.todo.nodes ?? []) ?? []} />
      <MoreButton list={list} />
    </div>
  );
}
