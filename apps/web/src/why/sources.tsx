import { useWords } from '../texts/use-words.js';
import { placesIn, type ChangeGrounds } from './grounds.js';

/** Which document says it, where, and who recorded it when. */
export function Sources({ log }: { readonly log: ChangeGrounds['log'] }) {
  const { t, time } = useWords();
  return (
    <details className="sources">
      <summary>{t('why.source')}</summary>
      {log.map((entry) => (
        <div key={entry.position}>
          {placesIn(entry.source).map(({ document, place, says }) => (
            <blockquote key={`${document} ${place}`}>
              {says !== null && <p>{says}</p>}
              <footer>{[document, place].filter((part) => part !== null).join(', ')}</footer>
            </blockquote>
          ))}
          {entry.reason !== null && <p>{t('why.reason', { reason: entry.reason })}</p>}
          <p className="small">
            {t('why.recordedBy', {
              time: time(entry.recordedAt),
              actor: entry.actor,
              position: entry.position,
            })}
          </p>
        </div>
      ))}
    </details>
  );
}
