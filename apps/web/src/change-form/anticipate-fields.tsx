import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { CHANGE_KINDS, type Anticipated } from './draft.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';
import { TypeField } from './type-field.js';

const QUESTIONS = ['NAME', 'DATE', 'HEAD', 'FORM'] as const;

/** What is said to come, which forms it may take, and what is still open. */
export function AnticipateFields({ draft, axes, types, set, wrong }: FieldsProps) {
  const { t, label } = useWords();
  const { anticipated } = draft;
  const toggled = <Value,>(values: readonly Value[], value: Value) =>
    values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  const give = (part: Partial<Anticipated>) => set({ anticipated: { ...anticipated, ...part } });
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
        {CHANGE_KINDS.filter((kind) => kind !== 'ANTICIPATE').map((kind) => (
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
      <fieldset className="part">
        <legend>{t('record.anticipated')}</legend>
        <TextField
          label={t('record.count')}
          value={anticipated.count}
          help={t('record.shareHelp')}
          wrong={wrong.at('into.count')}
          give={(count) => give({ count })}
        />
        <TextField
          label={t('record.name')}
          value={anticipated.name ?? ''}
          help={t('record.shareHelp')}
          wrong={wrong.at('into.name')}
          give={(name) => give({ name: name === '' ? undefined : name })}
        />
        <TypeField
          types={types}
          value={anticipated.type}
          help={t('record.shareHelp')}
          wrong={wrong.at('into.type')}
          give={(type) => give({ type })}
        />
        <OneUnit
          label={t('record.parent')}
          axes={axes}
          unit={anticipated.parent ?? null}
          help={t('record.shareHelp')}
          wrong={wrong.at('into.parent')}
          choose={(parent) => give({ parent: parent ?? undefined })}
        />
      </fieldset>
    </>
  );
}
