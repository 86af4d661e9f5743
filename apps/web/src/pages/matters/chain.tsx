import { useWords } from '../../texts/use-words.js';
import { PartyName } from './party-name.js';
import type { Step } from './step-question.js';
import { StepOfMatter } from './step-of-matter.js';

/** The steps of a matter from what prepared it, and whom it still waits for. */
export function Chain({ chain }: { readonly chain: readonly Step[] }) {
  const { t } = useWords();
  const awaited = chain.flatMap(({ awaits, called, id }) =>
    awaits === null ? [] : [{ awaits, called, id }],
  );
  return (
    <ol className="chain">
      {chain.map((step) => (
        <li key={step.id} id={`decision-${step.id}`} tabIndex={-1} data-decides={step.isDecision}>
          <StepOfMatter step={step} />
        </li>
      ))}
      {awaited.map(({ awaits, called, id }) => (
        <li key={`awaits ${id}`} className="awaited">
          <h3>
            <PartyName party={awaits} />
          </h3>
          <p>
            <strong>{t('matters.awaits', { body: awaits.name })}</strong>
          </p>
          <p>{t('matters.awaitsText', { step: called, body: awaits.name })}</p>
        </li>
      ))}
    </ol>
  );
}
