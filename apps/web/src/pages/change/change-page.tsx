import { Link, useParams } from 'react-router';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { GroundsOfChange } from '../../why/change-grounds.js';
import { AnticipationFacts } from './anticipation-facts.js';
import { ChangeLog } from './change-log.js';
import { ChangePlaces } from './change-places.js';
import { useChange } from './change-question.js';

/** One change: what happens, how firm it is, what it rests on, and how it was recorded and amended. */
export function ChangePage() {
  const { t, of, label } = useWords();
  const { axes, search } = useView();
  const { change: id = '' } = useParams();
  const { data, error, refetch } = useChange(axes, id);
  const organisation = data?.organisation;
  const change = organisation?.change;
  usePageTitle(change == null ? t('change.title') : of(change.sentence), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (organisation == null) return <Loading />;
  const all = <Link to={`/org/${axes.slug}/changes${search()}`}>{t('change.all')}</Link>;
  if (change == null) {
    return (
      <div className="page">
        <h1>{t('change.title')}</h1>
        <Empty title={t('change.unknown')}>
          <p>{t('change.unknownText')}</p>
          {all}
        </Empty>
      </div>
    );
  }
  return (
    <div className="page">
      <nav className="steps" aria-label={t('change.toOthers')}>
        {all}
      </nav>
      <p className="lead">
        {label('kind', change.kind)}
        {change.cancelled && `, ${t('change.cancelled')}`}
      </p>
      <GroundsOfChange change={change} level="h1" />
      {change.anticipation !== null && <AnticipationFacts anticipation={change.anticipation} />}
      <ChangePlaces change={change} />
      {change.observations.length > 0 && (
        <section>
          <h2>{t('change.observations')}</h2>
          <ul>
            {change.observations.map(({ id: observation, sentence, confidence, verdict }) => (
              <li key={observation}>
                {of(sentence)}{' '}
                <span className="small">
                  ({label('confidence', confidence)}, {label('verdict', verdict)})
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ChangeLog change={change} />
    </div>
  );
}
