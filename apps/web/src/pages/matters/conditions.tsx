import { Icon } from '../../icons/icon.js';
import { useWords } from '../../texts/use-words.js';
import type { WholeMatter } from './matter-question.js';

const SIGNS = { MET: 'check', FAILED: 'cross', OPEN: 'pending' } as const;

/** What must be met, and what became of it. */
export function Conditions({ matter }: { readonly matter: WholeMatter }) {
  const { t, date, label } = useWords();
  return (
    <section>
      <h2>{t('matters.conditions')}</h2>
      {matter.conditions.length === 0 && <p>{t('matters.noConditions')}</p>}
      <ul className="documents">
        {matter.conditions.map(({ id, text, state, decision, outcome }) => (
          <li key={id}>
            <p>{text}</p>
            <p className="marks">
              <span className="mark" data-condition={state}>
                <Icon sign={SIGNS[state]} /> {label('conditionState', state)}
              </span>
              {decision !== null && (
                <span className="small">
                  {t('matters.setBy')} <a href={`#decision-${decision.id}`}>{decision.called}</a>
                </span>
              )}
            </p>
            {outcome !== null && (
              <p className="small">
                {[outcome.on === null ? null : date(outcome.on), outcome.evidence, outcome.document?.title]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
