import { Icon } from '../../icons/icon.js';
import { useWords } from '../../texts/use-words.js';
import type { ChartedOrganisation } from '../../units/chart-question.js';

/** The pending changes that were to be included and do not fit, and why. */
export function LeftOut({ leftOut }: { readonly leftOut: ChartedOrganisation['leftOut'] }) {
  const { t, of } = useWords();
  if (leftOut.length === 0) return null;
  return (
    <section className="missing">
      <h2>
        <Icon sign="warning" /> {t('organisation.leftOut')}
      </h2>
      <ul>
        {leftOut.map(({ changes, reasons }) => (
          <li key={changes.map(({ id }) => id).join()}>
            {changes.map(({ sentence }) => of(sentence)).join('; ')}:{' '}
            {reasons.map(({ message }) => of(message)).join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
