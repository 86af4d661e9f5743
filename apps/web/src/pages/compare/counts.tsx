import { useWords } from '../../texts/use-words.js';
import { DifferenceMark } from './difference-mark.js';
import { DIFFERENCE_KINDS, type Told } from './differences.js';

/** How many differences of each kind, before anything else. */
export function Counts({ told }: { readonly told: readonly Told[] }) {
  const { t, number } = useWords();
  return (
    <section aria-label={t('compare.counts')} role="status">
      {told.length === 0 && <p>{t('compare.same')}</p>}
      <ul className="counts">
        {DIFFERENCE_KINDS.map((kind) => {
          const count = told.filter((one) => one.kind === kind).length;
          return count === 0 ? null : (
            <li key={kind}>
              <strong>{number(count)}</strong> <DifferenceMark kind={kind} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
