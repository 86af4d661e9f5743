import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { GroundsOfChange } from '../../why/change-grounds.js';
import type { WholeMatter } from './matter-question.js';

/** What the matter changes in the structure and how firm that is, and what else its papers show. */
export function MatterChanges({ matter }: { readonly matter: WholeMatter }) {
  const { t, of } = useWords();
  const { axes, search } = useView();
  return (
    <section>
      <h2>{t('matters.changes')}</h2>
      {matter.changes.length === 0 && <p>{t('matters.noChanges')}</p>}
      {matter.changes.map((change) => (
        <div key={change.id} id={`change-${change.id}`} tabIndex={-1}>
          <GroundsOfChange change={change} level="h3" />
        </div>
      ))}
      {matter.evidenced.length > 0 && (
        <details>
          <summary>{t('matters.evidenced', { count: matter.evidenced.length })}</summary>
          <ul>
            {matter.evidenced.map(({ id, sentence, units }) => (
              <li key={id} id={`change-${id}`} tabIndex={-1}>
                {of(sentence)}{' '}
                <span className="small links">
                  {units.map((unit) => (
                    <Link key={unit.id} to={`/org/${axes.slug}/unit/${unit.id}${search()}`}>
                      {unit.name}
                    </Link>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
