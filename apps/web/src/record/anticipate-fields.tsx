import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { RECORD_KINDS } from './draft.js';
import type { FieldsProps } from './kind-fields.js';

const QUESTIONS = ['NAME', 'DATE', 'HEAD', 'FORM'] as const;

/** What is said to come, which forms it may take, and what is still open. */
export function AnticipateFields({ draft, set, wrong }: FieldsProps) {
  const { t, label } = useWords();
  const toggled = <Value,>(values: readonly Value[], value: Value) =>
    values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return (
    <>
      <TextField
        label={t('record.toCome')}
        value={draft.what}
        required
        help={t('record.toComeHelp')}
        wrong={wrong.at('what')}
        give={(what) => set({ what })}
      />
      <fieldset className="part checks">
        <legend>{t('record.open')}</legend>
        {QUESTIONS.map((question) => (
          <label key={question} className="check">
            <input
              type="checkbox"
              checked={draft.unknown.includes(question)}
              onChange={() => set({ unknown: toggled(draft.unknown, question) })}
            />{' '}
            {label('openQuestion', question)}
          </label>
        ))}
      </fieldset>
      <fieldset className="part checks">
        <legend>{t('record.forms')}</legend>
        {RECORD_KINDS.filter((kind) => kind !== 'ANTICIPATE').map((kind) => (
          <label key={kind} className="check">
            <input
              type="checkbox"
              checked={draft.forms.includes(kind)}
              onChange={() => set({ forms: toggled(draft.forms, kind) })}
            />{' '}
            {label('kind', kind)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
