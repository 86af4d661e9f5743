import { useWords } from '../../texts/use-words.js';
import type { Prepared } from './change-set.js';

interface Props {
  readonly prepared: readonly Prepared[];
  remove(place: number): void;
}

/** The changes that wait to be recorded together with the one that is being filled in. */
export function ChangeSetList({ prepared, remove }: Props) {
  const { t, of } = useWords();
  if (prepared.length === 0) return null;
  return (
    <section className="change-set">
      <h2>{t('record.set')}</h2>
      <p className="small">{t('record.setHelp')}</p>
      <ol>
        {prepared.map(({ sentence }, place) => {
          const said = sentence === null ? t('record.noLonger') : of(sentence);
          return (
            <li key={place}>
              {said}{' '}
              <button
                type="button"
                className="link"
                aria-label={t('record.remove', { name: said })}
                onClick={() => remove(place)}
              >
                {t('record.takeOut')}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
