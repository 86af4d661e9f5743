import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { NEW_CODE, type Code } from './draft.js';
import type { FieldsProps } from './kind-fields.js';

/** The codes that change, a scheme and a value each. */
export function CodeFields({ draft, set, wrong }: FieldsProps) {
  const { t } = useWords();
  const setCode = (place: number, code: Partial<Code>) =>
    set({ codes: draft.codes.map((each, at) => (at === place ? { ...each, ...code } : each)) });
  return (
    <fieldset className="part">
      <legend>{t('record.codes')}</legend>
      {draft.codes.map(({ scheme, value }, place) => (
        <div key={place} className="time-row">
          <TextField
            label={t('record.scheme')}
            value={scheme}
            wrong={place === 0 ? wrong.at('codes') : []}
            give={(text) => setCode(place, { scheme: text })}
          />
          <TextField
            label={t('record.code')}
            value={value}
            help={t('record.codeHelp')}
            give={(text) => setCode(place, { value: text })}
          />
        </div>
      ))}
      <button type="button" onClick={() => set({ codes: [...draft.codes, NEW_CODE] })}>
        {t('record.moreCode')}
      </button>
    </fieldset>
  );
}
