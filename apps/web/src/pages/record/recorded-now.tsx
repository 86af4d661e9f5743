import { Link } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import type { Recorded } from './record-question.js';
import { useWords } from '../../texts/use-words.js';

interface Props {
  readonly slug: string;
  readonly recorded: Recorded;
  readonly day: string | null;
  again(): void;
}

/** What was recorded, and where to look at it. */
export function RecordedNow({ slug, recorded, day, again }: Props) {
  const { t, of, label, day: inWords } = useWords();
  const { search } = useView();
  return (
    <section className="verdict good" role="status">
      <h2>
        <Icon sign="check" /> {t('record.done')}
      </h2>
      <ul>
        {recorded.changes.map(({ id, sentence, recording, position }) => (
          <li key={`${id} ${position}`}>
            <Link to={`/org/${slug}/audit/${position}${search({ unit: null })}`}>
              {sentence === null ? label('recording', recording) : of(sentence)}
            </Link>{' '}
            <span className="small">({label('recording', recording)})</span>
          </li>
        ))}
      </ul>
      {recorded.notices.map(({ messages }) => (
        <p key={messages.en} className="missing">
          <Icon sign="warning" /> {of(messages)}
        </p>
      ))}
      <p className="buttons">
        {day !== null && (
          <Link className="button" to={`/org/${slug}${search({ at: day, view: 'chart', unit: null })}`}>
            {t('changes.show', { date: inWords(day) })}
          </Link>
        )}
        <button type="button" onClick={again}>
          {t('record.again')}
        </button>
      </p>
    </section>
  );
}
