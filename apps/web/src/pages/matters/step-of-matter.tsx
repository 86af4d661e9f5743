import { useWords } from '../../texts/use-words.js';
import { Sources } from '../../why/sources.js';
import { PartyName } from './party-name.js';
import { Rationale } from './rationale.js';
import { StepAppeal } from './step-appeal.js';
import { StepDifferences } from './step-differences.js';
import type { Step } from './step-question.js';

/** One step: who did what, to whom, when, with which words, and what had changed since it was proposed. */
export function StepOfMatter({ step }: { readonly step: Step }) {
  const { t, date, label } = useWords();
  return (
    <article>
      <h3>
        <PartyName party={step.body} /> {step.paragraph}
      </h3>
      <p className="marks">
        <span className={step.isDecision ? 'mark' : 'mark pending'}>{label('act', step.act)}</span>
        <span className="small">{t(step.isDecision ? 'why.isDecision' : 'why.isNoDecision')}</span>
      </p>
      <p>
        {t(step.body.unit === null ? 'matters.day' : 'matters.on')}:{' '}
        {step.on === null ? <strong className="unknown">{t('matters.unknown')}</strong> : date(step.on)}
        {step.to !== null && (
          <>
            {' · '}
            {t('matters.to')}: <PartyName party={step.to} />
          </>
        )}
      </p>
      {step.title !== null && <p className="small">{step.title}</p>}
      {step.points.length > 0 && (
        <ul className="points">
          {step.points.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <StepDifferences step={step} />
      <Recipients step={step} />
      <StepAppeal step={step} />
      <Rationale lines={step.rationale} />
      <StepDocuments step={step} />
      <Sources log={step.log} />
    </article>
  );
}

function Recipients({ step }: { readonly step: Step }) {
  const { t, label } = useWords();
  return (
    <>
      {step.recipients.length > 0 && (
        <p className="small">
          {t('matters.recipients')}:{' '}
          {step.recipients.map((party, index) => (
            <span key={party.name}>
              {index > 0 && ', '}
              <PartyName party={party} />
            </span>
          ))}
        </p>
      )}
      {step.followUp !== null && (
        <p className="small">
          {t('matters.delegation')}: {label('delegationFollowUp', step.followUp.status)} (
          {step.followUp.source.map(({ cite }) => cite).join('; ')})
        </p>
      )}
    </>
  );
}

function StepDocuments({ step }: { readonly step: Step }) {
  const { t } = useWords();
  return (
    <>
      {step.recordedIn !== null && (
        <p className="small">
          {t('matters.recordedIn')}: <a href={`#document-${step.recordedIn.id}`}>{step.recordedIn.title}</a>
        </p>
      )}
      {step.documents.length > 0 && (
        <details>
          <summary>{t('matters.basis', { count: step.documents.length })}</summary>
          <ul>
            {step.documents.map(({ as, document, properTitle }) => (
              <li key={as}>
                {document === null ? as : <a href={`#document-${document.id}`}>{as}</a>}
                {properTitle !== null && !as.includes(properTitle) && (
                  <span className="small"> {t('matters.properTitle', { title: properTitle })}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
