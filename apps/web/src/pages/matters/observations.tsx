import { Link } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import type { WholeMatter } from './matter-question.js';

/** What later papers show, and what is inferred from it: never a decision. */
export function Observations({ matter }: { readonly matter: WholeMatter }) {
  const { t, of, label } = useWords();
  const { axes, search } = useView();
  if (matter.observations.length === 0) return null;
  return (
    <section>
      <h2>{t('matters.observations')}</h2>
      <p className="small">{t('matters.observationsHelp')}</p>
      <ul className="documents">
        {matter.observations.map(
          ({ id, says, verdict, confidence, place, document, infers, corroborates }) => (
            <li key={id} id={`observation-${id}`} tabIndex={-1}>
              <p>{says}</p>
              <p className="marks">
                <span className={verdict === 'UNREVIEWED' ? 'mark pending' : 'mark'}>
                  <Icon sign={verdict === 'UNREVIEWED' ? 'question' : 'dot'} /> {label('verdict', verdict)}
                </span>
                <span className="small">{label('confidence', confidence)}</span>
              </p>
              {infers !== null && infers.from !== null && infers.to !== null && (
                <p>
                  {t('matters.infers')}:{' '}
                  <Link to={`/org/${axes.slug}/unit/${infers.from.id}${search()}`}>{infers.from.name}</Link>{' '}
                  {label('relation', infers.relation)}{' '}
                  <Link to={`/org/${axes.slug}/unit/${infers.to.id}${search()}`}>{infers.to.name}</Link>
                </p>
              )}
              {corroborates !== null && (
                <p className="small">
                  {t('matters.corroborates')}:{' '}
                  <a href={`#change-${corroborates.id}`}>{of(corroborates.sentence)}</a>
                </p>
              )}
              <p className="small">{[document?.title, place].filter(Boolean).join(', ')}</p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
