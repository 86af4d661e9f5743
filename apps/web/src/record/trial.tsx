import { Icon } from '../icons/icon.js';
import { failureInWords } from '../shell/states.js';
import { useWords } from '../texts/use-words.js';
import { WARNINGS, type Recorded, type Warning } from './record-question.js';
import type { Wrong } from './wrong-fields.js';

interface Props {
  /** Undefined: not filled in, or not answered yet. */
  readonly result: Recorded | undefined;
  readonly isWaiting: boolean;
  readonly error: Error | null;
  readonly wrong: Wrong;
  readonly confirmed: readonly Warning[];
  confirm(codes: readonly Warning[]): void;
}

/** What would happen, in sentences, before anything is recorded; what is asked about; why it is refused. */
export function Trial({ result, isWaiting, error, wrong, confirmed, confirm }: Props) {
  const words = useWords();
  const { t, of, label, day } = words;
  const warnings = WARNINGS.flatMap((code) => {
    const asked = result?.warnings.find((each) => each.code === code);
    return asked === undefined ? [] : [{ code, messages: asked.messages }];
  });
  const refusals = wrong.elsewhere.filter(({ code }) => !warnings.some((each) => each.code === code));
  const isOnlyAtFields =
    (result?.userErrors.length ?? 0) > 0 && refusals.length === 0 && warnings.length === 0;
  return (
    <section className="trial" aria-live="polite" aria-busy={isWaiting}>
      <h2>{t('record.trial')}</h2>
      {error !== null && <p className="missing">{failureInWords(error, words)}</p>}
      {result === undefined && error === null && (
        <p className="small">{t(isWaiting ? 'record.trying' : 'record.fillIn')}</p>
      )}
      {result?.outcome === 'VALID' && (
        <ul className="would-happen">
          {result.changes.map(({ id, sentence, recording, position }) => (
            <li key={`${id} ${position}`}>
              <Icon sign="check" /> {sentence === null ? t('record.noLonger') : of(sentence)}{' '}
              <span className="small">({label('recording', recording)})</span>
            </li>
          ))}
        </ul>
      )}
      {result?.notices.map(({ messages }) => (
        <p key={messages.en} className="missing">
          <Icon sign="warning" /> {of(messages)}
        </p>
      ))}
      {isOnlyAtFields && <p className="bad">{t('record.refusedAtField')}</p>}
      {refusals.length > 0 && (
        <div className="refused" role="alert">
          <strong>
            <Icon sign="cross" /> {t('record.refused')}
          </strong>
          <ul>
            {refusals.map(({ code, messages, date }) => (
              <li key={`${code} ${messages.en}`}>
                {of(messages)} {date !== null && <span className="small">({day(date)})</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {warnings.map(({ code, messages }) => (
        <label key={code} className="missing check">
          <input
            type="checkbox"
            checked={confirmed.includes(code)}
            onChange={({ target }) =>
              confirm(target.checked ? [...confirmed, code] : confirmed.filter((each) => each !== code))
            }
          />{' '}
          {of(messages)} <strong>{t('record.confirm')}</strong>
        </label>
      ))}
    </section>
  );
}
