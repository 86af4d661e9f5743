import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { today } from '../../location/days.js';
import { useWords } from '../../texts/use-words.js';
import { useEventWords } from './event-words.js';
import type { LedgerEvent, WholeEvent } from './events-question.js';

interface Props {
  readonly event: WholeEvent;
  readonly before: LedgerEvent;
}

/** What was believed before an event, beside what it says, and the way to compare the two. */
export function BelievedBefore({ event, before }: Props) {
  const { t, day } = useWords();
  const { axes, search } = useView();
  const dates = [event.on?.latest, before.on?.latest].filter((date) => date != null);
  const at = dates.sort().at(-1) ?? today();
  const compare = search({ at, compare: at, known: event.knownAt, compareKnown: event.unknownUntil });
  return (
    <section className="believed">
      <h2>{t('audit.believed')}</h2>
      <div className="two-sides">
        <Side title={t('audit.before')} event={before} of={`/org/${axes.slug}/audit/${before.position}`} />
        <Side title={t('audit.after')} event={event} before={before} />
      </div>
      <p>
        <Link className="button" to={`/org/${axes.slug}/compare${compare}`}>
          {t('audit.compare', { date: day(at) })}
        </Link>
      </p>
    </section>
  );
}

function Side(props: {
  readonly title: string;
  readonly event: LedgerEvent;
  readonly before?: LedgerEvent;
  readonly of?: string;
}) {
  const { t, date, time } = useWords();
  const { search } = useView();
  const words = useEventWords();
  const { title, event, before = null, of } = props;
  return (
    <article className="grounds">
      <h3>{title}</h3>
      <p className="said-then">{words(event, before)}</p>
      {event.on !== null && <p>{date(event.on)}</p>}
      {event.reason !== null && <p>{t('why.reason', { reason: event.reason })}</p>}
      <p className="small">
        {t('audit.byWhom', { actor: event.actor, time: time(event.recordedAt) })}{' '}
        {of !== undefined && (
          <Link to={`${of}${search()}`}>{t('audit.event', { position: event.position })}</Link>
        )}
      </p>
    </article>
  );
}
