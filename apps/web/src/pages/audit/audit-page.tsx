import { useSearchParams } from 'react-router';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { MoreButton } from '../../shell/more-button.js';
import { labelsSv } from '../../texts/labels-sv.js';
import { useWords } from '../../texts/use-words.js';
import { readEventFilter, writeEventFilter, type EventFilter } from './event-filter.js';
import { EventFilterForm } from './event-filter-form.js';
import { EventList } from './event-list.js';
import { useEvents } from './events-question.js';
import { Verification } from './verification.js';

const TYPES = Object.keys(labelsSv.eventType);

/** The ledger: who recorded what, when and why; whether anybody has touched it. */
export function AuditPage() {
  const { t, number } = useWords();
  const { axes } = useView();
  const [parameters, setParameters] = useSearchParams();
  const filter = readEventFilter(parameters, TYPES);
  const list = useEvents(axes, filter);
  const { data, error, refetch } = list;
  const organisation = data?.pages[0]?.organisation;
  usePageTitle(t('audit.title'), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const set = (part: Partial<EventFilter>) =>
    setParameters((now) => writeEventFilter(now, { ...readEventFilter(now, TYPES), ...part }), {
      replace: true,
    });
  const events = data?.pages.flatMap((page) => page.organisation?.events.nodes ?? []) ?? [];
  const count = organisation?.events.totalCount ?? 0;
  return (
    <div className="page">
      <h1>{t('audit.title')}</h1>
      <p className="lead">{t('audit.lead')}</p>
      <Verification slug={axes.slug} />
      <h2 className="section-title">{t('audit.ledger')}</h2>
      <EventFilterForm filter={filter} set={set} />
      {organisation === undefined && <Loading />}
      {organisation !== undefined && (
        <p role="status">{t('audit.found', { count, number: number(count) })}</p>
      )}
      {organisation !== undefined && count === 0 && <Empty title={t('audit.none')} />}
      {events.length > 0 && <EventList events={events} label={t('audit.ledger')} />}
      <MoreButton list={list} />
    </div>
  );
}
