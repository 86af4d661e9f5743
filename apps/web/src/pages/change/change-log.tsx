import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import type { OneChange } from './change-question.js';

/** How a change was recorded and amended: what was said of it, when, by whom and why. */
export function ChangeLog({ change }: { readonly change: OneChange }) {
  const { t, of, date, time, label } = useWords();
  const { axes, search } = useView();
  return (
    <section>
      <h2 id="log">{t('change.log')}</h2>
      <div className="table-scroller" tabIndex={0} role="region" aria-labelledby="log">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('change.recorded')}</th>
              <th scope="col">{t('change.how')}</th>
              <th scope="col">{t('change.said')}</th>
              <th scope="col">{t('column.date')}</th>
              <th scope="col">{t('audit.reason')}</th>
              <th scope="col">{t('audit.actor')}</th>
            </tr>
          </thead>
          <tbody>
            {change.recordings.map((entry) => (
              <tr key={entry.position}>
                <th scope="row">
                  {axes.scenario === null ? (
                    <Link to={`/org/${axes.slug}/audit/${entry.position}${search()}`}>
                      {time(entry.knownAt)}
                    </Link>
                  ) : (
                    time(entry.knownAt)
                  )}
                </th>
                <td>{label('recording', entry.recording)}</td>
                <td>{entry.sentence === null ? '–' : of(entry.sentence)}</td>
                <td>{entry.on === null ? '–' : date(entry.on)}</td>
                <td>{entry.reason ?? '–'}</td>
                <td>{entry.actor}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
