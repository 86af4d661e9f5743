import type { BothLanguages } from '../graphql/question-failed.js';
import { Icon } from '../icons/icon.js';
import { failureInWords } from '../shell/states.js';
import { useWords } from '../texts/use-words.js';
import { WARNINGS, type Refusal, type Warning } from './refusal.js';
import type { Wrong } from './wrong-fields.js';

/** What trying a change came to. */
export interface Tried {
  readonly outcome: string;
  readonly changes: readonly {
    readonly id: string;
    readonly sentence: BothLanguages | null;
    /** When, or how it is recorded. */
    readonly note: string;
  }[];
  readonly notices: readonly { readonly messages: BothLanguages }[];
  readonly userErrors: readonly Refusal[];
}

interface Props {
  /** Undefined: not filled in, or not answered yet. */
  readonly result: Tried | undefined;
  readonly isWaiting: boolean;
  readonly error: Error | null;
  readonly wrong: Wrong;
  /** Whether several changes are tried together, so that it must be told which is refused. */
  readonly isSet?: boolean;
  /** What was asked about and has been answered with yes. */
  readonly confirmed: readonly Confirmed[];
  confirm(warnings: readonly Confirmed[]): void;
}

export interface Confirmed {
  readonly code: Warning;
  readonly messages: BothLanguages;
}

/** What would happen, in sentences, before anything is recorded; what is asked about; why it is refused. */
export function Trial({ result, isWaiting, error, wrong, isSet = false, confirmed, confirm }: Props) {
  const words = useWords();
  const { t, of, day } = words;
  const asked = WARNINGS.flatMap((code) => {
    const refusal = result?.userErrors.find((each) => each.code === code);
    return refusal === undefined ? [] : [{ code, messages: refusal.messages }];
  });
  const warnings = [...asked, ...confirmed.filter(({ code }) => !asked.some((each) => each.code === code))];
  const refusals = wrong.elsewhere.filter(({ code }) => !warnings.some((each) => each.code === code));
  const isOnlyAtFields = (result?.userErrors.length ?? 0) > 0 && refusals.length === 0 && asked.length === 0;
  return (
    <section className="trial" aria-live="polite" aria-busy={isWaiting}>
      <h2>{t('record.trial')}</h2>
      {error !== null && <p className="missing">{failureInWords(error, words)}</p>}
      {result === undefined && error === null && (
        <p className="small">{t(isWaiting ? 'record.trying' : 'record.fillIn')}</p>
      )}
      {result?.outcome === 'VALID' && (
        <ul className="would-happen">
          {result.changes.map(({ id, sentence, note }, place) => (
            <li key={`${id} ${place}`}>
              <Icon sign="check" /> {sentence === null ? t('record.noLonger') : of(sentence)}{' '}
              {note !== '' && <span className="small">({note})</span>}
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
            {refusals.map(({ code, messages, date, index }) => (
              <li key={`${code} ${index} ${messages.en}`}>
                {isSet && index !== null && <strong>{t('record.numbered', { number: index + 1 })} </strong>}
                {of(messages)} {date !== null && <span className="small">({day(date)})</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {warnings.map((warning) => (
        <label key={warning.code} className="missing check">
          <input
            type="checkbox"
            checked={confirmed.some(({ code }) => code === warning.code)}
            onChange={({ target }) => {
              const others = confirmed.filter(({ code }) => code !== warning.code);
              confirm(target.checked ? [...others, warning] : others);
            }}
          />{' '}
          {of(warning.messages)} <strong>{t('record.confirm')}</strong>
        </label>
      ))}
    </section>
  );
}
