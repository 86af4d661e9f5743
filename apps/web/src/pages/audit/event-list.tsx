import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { Icon, type Sign } from '../../icons/icon.js';
import { useWords } from '../../texts/use-words.js';
import { shortHash, useEventWords } from './event-words.js';
import type { LedgerEvent } from './events-question.js';

type Listed = LedgerEvent & { readonly before: LedgerEvent | null };

const AMENDS: Readonly<Partial<Record<LedgerEvent['type'], Sign>>> = {
  CHANGE_CORRECTED: 'pencil',
  RECORD_CORRECTED: 'pencil',
  CHANGE_RESCHEDULED: 'arrow',
  CHANGE_CANCELLED: 'cross',
  CHANGE_ANNULLED: 'cross',
  RECORD_WITHDRAWN: 'cross',
};

/** The events, newest first: what, when, who and why. */
export function EventList({ events, label }: { readonly events: readonly Listed[]; readonly label: string }) {
  return (
    <ol className="ledger" aria-label={label}>
      {events.map((event) => (
        <Entry key={event.position} event={event} />
      ))}
    </ol>
  );
}

function Entry({ event }: { readonly event: Listed }) {
  const { t, date, time, label } = useWords();
  const { axes, search } = useView();
  const words = useEventWords();
  const sign = AMENDS[event.type];
  const of = (position: number) => `/org/${axes.slug}/audit/${position}${search()}`;
  return (
    <li className="ledger-entry">
      <span className="ledger-position">{event.position}</span>
      <div>
        <h3>
          <Link to={of(event.position)}>{words(event, event.before)}</Link>
          {event.on !== null && <span className="small"> {date(event.on)}</span>}
        </h3>
        <p>
          <span className="mark" data-amends={sign !== undefined}>
            {sign !== undefined && <Icon sign={sign} />} {label('eventType', event.type)}
          </span>{' '}
          {t('audit.byWhom', { actor: event.actor, time: time(event.recordedAt) })}
          {event.knownAt !== event.recordedAt && (
            <span className="small"> {t('audit.knownSince', { time: time(event.knownAt) })}</span>
          )}
        </p>
        {event.reason !== null && <p>{t('why.reason', { reason: event.reason })}</p>}
        {event.before !== null && sign !== undefined && (
          <p className="small">
            {t('audit.amends')}{' '}
            <Link to={of(event.before.position)}>
              {t('audit.event', { position: event.before.position })}
            </Link>
            : {words(event.before, null)}
            {event.before.on !== null && ` (${date(event.before.on)})`}
          </p>
        )}
        <p className="small">
          {t('audit.hash')} <code title={event.hash}>{shortHash(event.hash)}…</code>
        </p>
      </div>
    </li>
  );
}
