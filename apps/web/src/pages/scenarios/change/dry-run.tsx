import { Icon } from '../../../icons/icon.js';
import { useWords } from '../../../texts/use-words.js';
import type { Payload } from '../payload.js';
import { Refusals } from '../refusals.js';

interface Props {
  /** Null: not filled in yet. */
  readonly result: Payload | null;
  readonly error: Error | null;
  /** The refusals that no field shows. */
  readonly isShown: (field: string | null) => boolean;
}

/** What would happen, as sentences, before it is taken. */
export function DryRun({ result, error, isShown }: Props) {
  const { t, of, edtf } = useWords();
  const refusals = result?.userErrors ?? [];
  return (
    <section className="dry-run" aria-live="polite">
      <h3>{t('scenarios.dryRun')}</h3>
      {result === null && error === null && <p className="small">{t('scenarios.fillIn')}</p>}
      {result?.outcome === 'VALID' && (
        <ul>
          {result.changes.map(({ id, on, sentence }) => (
            <li key={id}>
              <Icon sign="check" /> {sentence === null ? t('scenarios.noEffect') : of(sentence)}
              {on !== null && <span className="small"> ({edtf(on)})</span>}
            </li>
          ))}
        </ul>
      )}
      {refusals.length > 0 && refusals.every(({ field }) => isShown(field)) && (
        <p className="bad">{t('scenarios.refusedAtField')}</p>
      )}
      <Refusals refusals={refusals.filter(({ field }) => !isShown(field))} error={error} />
      {(result?.notices.length ?? 0) > 0 && (
        <ul className="open-questions">
          {result?.notices.map(({ messages }) => (
            <li key={messages.en}>
              <Icon sign="warning" /> {of(messages)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
