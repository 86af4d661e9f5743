import { useWords } from '../../texts/use-words.js';
import type { StepAppealParts } from './step-question.js';

/** Until when a step may be appealed, by which law, and which date would settle it. */
export function StepAppeal({ step }: { readonly step: StepAppealParts }) {
  const { t, of, date, label, list } = useWords();
  const { appealability, appealPeriod: period, appeal } = step;
  if (appealability === 'PREPARATORY' && appeal === null) {
    return <p className="small">{label('appealability', appealability)}</p>;
  }
  return (
    <details className="appeal">
      <summary>
        {t('matters.appeal')}:{' '}
        {period === null || period.lastDay === null
          ? t('matters.appealUnknown')
          : t('matters.appealLast', { day: date(period.lastDay) })}
      </summary>
      <p>{label('appealability', appealability)}</p>
      {period !== null && (
        <>
          {period.finalOn !== null && <p>{t('matters.finalOn', { day: date(period.finalOn) })}</p>}
          {period.restsOn !== null && (
            <p>{t('matters.restsOn', { what: label('decisionDate', period.restsOn) })}</p>
          )}
          {period.missing.length > 0 && (
            <p>
              {t('matters.wouldSettle', {
                dates: list(period.missing.map((which) => label('decisionDate', which))),
              })}
            </p>
          )}
          <ul>
            {period.source.map(({ cite, says }) => (
              <li key={cite}>
                <cite>{cite}</cite>: {of(says)}
              </li>
            ))}
          </ul>
        </>
      )}
      {appeal !== null && (
        <p>
          {label('appealOutcome', appeal.outcome)} {appeal.on !== null && date(appeal.on)} {appeal.text}
        </p>
      )}
    </details>
  );
}
