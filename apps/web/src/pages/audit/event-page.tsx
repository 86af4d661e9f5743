import { Link, useParams } from 'react-router';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { BelievedBefore } from './believed-before.js';
import { EventFacts } from './event-facts.js';
import { useEventWords } from './event-words.js';
import { useEvent } from './events-question.js';

/** One event of the ledger: what it says, what was believed before it, and its place in the chain. */
export function EventPage() {
  const { t, label } = useWords();
  const { axes, search } = useView();
  const { position: written = '' } = useParams();
  const position = /^\d{1,15}$/.test(written) ? Number(written) : 0;
  const { data, error, refetch } = useEvent(axes, position);
  const words = useEventWords();
  const organisation = data?.organisation;
  const event = organisation?.event;
  usePageTitle(t('audit.event', { position: written }), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (organisation == null) return <Loading />;
  const to = (other: number) => `/org/${axes.slug}/audit/${other}${search()}`;
  const back = `/org/${axes.slug}/audit${search()}`;
  if (event == null) {
    return (
      <div className="page">
        <h1>{t('audit.event', { position: written })}</h1>
        <Empty title={t('audit.noEvent')}>
          <p>{t('audit.noEventText', { position: organisation.position })}</p>
          <Link to={back}>{t('audit.toLedger')}</Link>
        </Empty>
      </div>
    );
  }
  return (
    <div className="page">
      <nav className="steps" aria-label={t('audit.neighbours')}>
        <Link to={back}>{t('audit.toLedger')}</Link>
        {event.position > 1 && <Link to={to(event.position - 1)}>◀ {event.position - 1}</Link>}
        {event.position < organisation.position && (
          <Link to={to(event.position + 1)}>{event.position + 1} ▶</Link>
        )}
      </nav>
      <p className="lead">
        {t('audit.event', { position: event.position })}: {label('eventType', event.type)}
      </p>
      <h1>{words(event, event.before)}</h1>
      {event.before !== null && <BelievedBefore event={event} before={event.before} />}
      <EventFacts event={event} />
      <section>
        <h2>{t('audit.data')}</h2>
        <p className="small">{t('audit.dataHelp', { version: event.schemaVersion })}</p>
        <pre className="data" tabIndex={0} role="group" aria-label={t('audit.data')}>
          {JSON.stringify(event.data, null, 2)}
        </pre>
      </section>
    </div>
  );
}
