import { useWords } from '../../texts/use-words.js';

const STEPS = ['choose', 'drag', 'click', 'why'] as const;
const READERS = ['hr', 'planner', 'auditor'] as const;

/** What somebody who is here for the first time needs to know. */
export function Beginning() {
  const { t } = useWords();
  return (
    <div className="columns">
      <section>
        <h2>{t('start.how')}</h2>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{t(`start.steps.${step}`)}</li>
          ))}
        </ol>
        <p className="small">{t('start.address')}</p>
      </section>
      <section>
        <h2>{t('start.forWhom')}</h2>
        <dl className="facts">
          {READERS.map((reader) => (
            <div key={reader}>
              <dt>{t(`start.readers.${reader}.who`)}</dt>
              <dd>{t(`start.readers.${reader}.what`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
