import { Icon } from '../../../icons/icon.js';
import { useWords, type Words } from '../../../texts/use-words.js';
import type { FirstNeeded } from './impact-parts.js';

/** Whose decision it takes, in words. */
export function bodiesInWords({ competence }: FirstNeeded, { t, list, label }: Words): string {
  const { bodies, type } = competence;
  if (bodies.length > 0) {
    const names = bodies.map(({ name }) => name ?? '');
    return list(names);
  }
  return type === null ? t('scenarios.unknownFigure') : label('type', type);
}

/** What must be decided first, what is open, and when it can lawfully be. */
export function NeededFirst({ needed }: { readonly needed: FirstNeeded }) {
  const words = useWords();
  const { t, of, day, date, label, list } = words;
  const { competence, conditions, earliest } = needed;
  const { finalOn, takesEffect, beforeDecision, beforeFinal, source } = earliest;
  const early = beforeDecision.length > 0 ? beforeDecision : beforeFinal;
  return (
    <section>
      <h3>{t('scenarios.impact.first')}</h3>
      <dl className="facts">
        <div>
          <dt>{t('scenarios.impact.body')}</dt>
          <dd>
            <strong>{bodiesInWords(needed, words)}</strong>
            <div className="small">{label('competenceScope', competence.scope)}</div>
            {competence.untracked && <div className="small">{t('scenarios.impact.untracked')}</div>}
            {competence.delegates.length > 0 && (
              <div className="small">
                {t('scenarios.impact.delegates', {
                  names: list(competence.delegates.map(({ name }) => name ?? '')),
                })}
              </div>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('scenarios.impact.conditions')}</dt>
          {conditions.length === 0 && <dd>{t('scenarios.impact.noConditions')}</dd>}
          {conditions.map(({ text, matter }) => (
            <dd key={text}>
              <Icon sign="pending" /> {text}{' '}
              {matter !== null && <span className="small">({matter.number ?? matter.title})</span>}
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('scenarios.impact.finalOn')}</dt>
          <dd>{finalOn === null ? t('scenarios.impact.notComputed') : date(finalOn)}</dd>
        </div>
        <div>
          <dt>{t('scenarios.impact.takesEffect')}</dt>
          <dd>{takesEffect === null ? t('scenarios.impact.notComputed') : day(takesEffect)}</dd>
        </div>
      </dl>
      {early.length > 0 && (
        <div className="missing">
          <strong>
            <Icon sign="warning" />{' '}
            {t(
              beforeDecision.length > 0 ? 'scenarios.impact.beforeDecision' : 'scenarios.impact.beforeFinal',
            )}
          </strong>
          <ul>
            {early.map(({ change, sentence }) => (
              <li key={change}>{of(sentence)}</li>
            ))}
          </ul>
        </div>
      )}
      {source.length > 0 && (
        <details>
          <summary>{t('scenarios.impact.law')}</summary>
          <ul>
            {source.map(({ cite, says }) => (
              <li key={cite}>
                {cite}: {of(says)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
