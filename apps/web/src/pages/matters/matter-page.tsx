import { Link, useParams } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useAnchor } from '../../location/use-anchor.js';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { TodoList } from '../todo/todo-list.js';
import { Alternatives } from './alternatives.js';
import { Chain } from './chain.js';
import { Conditions } from './conditions.js';
import { Documents } from './documents.js';
import { MatterAssignments } from './matter-assignments.js';
import { MatterChanges } from './matter-changes.js';
import { useMatter, type WholeMatter } from './matter-question.js';
import { Observations } from './observations.js';
import '../../styles/matters.css';

/** Everything about one matter: who did what, what is missing, and what comes of it. */
export function MatterPage() {
  const { t } = useWords();
  const { axes, search } = useView();
  const { matter: named = '' } = useParams();
  const { data, error, refetch } = useMatter(axes, named);
  const organisation = data?.organisation;
  const matter = organisation?.matter;
  usePageTitle(matter?.number ?? matter?.title, organisation?.name);
  useAnchor(matter != null);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (organisation == null) return <Loading />;
  const back = `/org/${axes.slug}/matters${search()}`;
  if (matter == null) {
    return (
      <div className="page">
        <h1>{t('matters.notFound')}</h1>
        <p>{t('matters.notFoundText', { organisation: organisation.name, matter: named })}</p>
        <Link to={back}>{t('matters.title')}</Link>
      </div>
    );
  }
  return (
    <div className="page matter">
      <p>
        <Link to={back}>{t('matters.title')}</Link> › {matter.number ?? t('matters.noNumber')}
      </p>
      <h1>{matter.title}</h1>
      <Opened matter={matter} />
      <div className="matter-columns">
        <section>
          <h2>{t('matters.chain')}</h2>
          <Chain chain={matter.chain} />
        </section>
        <Missing matter={matter} />
      </div>
      <MatterChanges matter={matter} />
      <div className="columns">
        <div>
          <Conditions matter={matter} />
          <MatterAssignments matter={matter} />
          <Alternatives matter={matter} />
        </div>
        <div>
          <Documents documents={matter.documents} />
          <Observations matter={matter} />
        </div>
      </div>
    </div>
  );
}

function Opened({ matter }: { readonly matter: WholeMatter }) {
  const { t, date } = useWords();
  return (
    <p className="lead">
      {t('matters.number')}: {matter.number ?? t('matters.noNumber')} · {t('matters.opened')}:{' '}
      {matter.opened === null ? t('matters.unknown') : date(matter.opened)}
      {matter.closed !== null && ` · ${t('matters.closed')}: ${date(matter.closed)}`}
    </p>
  );
}

function Missing({ matter }: { readonly matter: WholeMatter }) {
  const { t } = useWords();
  return (
    <section className="to-do-of-matter" id="todo" tabIndex={-1}>
      <h2>
        <Icon sign={matter.todo.length === 0 ? 'check' : 'warning'} />{' '}
        {t('matters.missing', { count: matter.todo.length })}
      </h2>
      {matter.todo.length === 0 && <p>{t('matters.nothingOpen')}</p>}
      <TodoList items={matter.todo} level="h3" within={matter.id} />
    </section>
  );
}
