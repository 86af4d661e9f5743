import { Icon } from '../icons/icon.js';
import { useWords } from '../texts/use-words.js';
import type { PendingStanding } from './chart-question.js';

interface Props {
  readonly indeterminate: boolean;
  readonly pending: PendingStanding | undefined;
}

/** What is not settled about a unit: a sign and a word, never colour alone. */
export function Marks({ indeterminate, pending }: Props) {
  const { t, label } = useWords();
  return (
    <>
      {indeterminate && (
        <span className="mark indeterminate">
          <Icon sign="question" /> {t('organisation.indeterminate')}
        </span>
      )}
      {pending !== undefined && (
        <span className="mark pending">
          <Icon sign="pending" /> {t('organisation.pending', { standing: label('standing', pending) })}
        </span>
      )}
    </>
  );
}
