import { Icon } from '../../icons/icon.js';
import { failureInWords } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import type { Refusal } from '../../change-form/refusal.js';

interface Props {
  readonly refusals: readonly Refusal[];
  /** What did not get through at all. */
  readonly error?: Error | null;
}

/** Why something cannot be done, in words; nothing where it can. */
export function Refusals({ refusals, error = null }: Props) {
  const words = useWords();
  if (refusals.length === 0 && error === null) return null;
  return (
    <div className="refusals" role="alert">
      <strong>
        <Icon sign="cross" /> {words.t('scenarios.refused')}
      </strong>
      <ul>
        {error !== null && <li>{failureInWords(error, words)}</li>}
        {[...new Set(refusals.map(({ messages }) => words.of(messages)))].map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
