import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { dayMeant } from '../../../fields/day-meant.js';

/** What was simulated, as sentences in order; the date leads the tree there. */
export function Steps({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, of, edtf, label, number } = useWords();
  const { change } = useView();
  const { steps, undone } = scenario;
  return (
    <section>
      <h2>{t('scenarios.part.steps')}</h2>
      {steps.length === 0 && <p>{t('scenarios.noSteps')}</p>}
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.id}>
            {step.changes.map(({ change: id, on, sentence, recording }) => {
              const day = on === null ? null : dayMeant(on);
              return (
                <div key={id}>
                  <strong>{sentence === null ? t('scenarios.noEffect') : of(sentence)}</strong>
                  {recording !== 'RECORDED' && (
                    <span className="small"> ({label('recording', recording)})</span>
                  )}
                  {on !== null && (
                    <div className="small">
                      {day === null ? (
                        edtf(on)
                      ) : (
                        <button type="button" className="link" onClick={() => change({ at: day })}>
                          {edtf(on)}
                        </button>
                      )}
                    </div>
                  )}
                </div>
              );
            })}
          </li>
        ))}
      </ol>
      {undone.length > 0 && (
        <p className="small">
          {t('scenarios.undoneCount', { count: undone.length, number: number(undone.length) })}
        </p>
      )}
    </section>
  );
}
