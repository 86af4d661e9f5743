import { useId } from 'react';
import { UnitPicker } from '../fields/unit-picker.js';
import { useWords } from '../texts/use-words.js';
import type { FieldsProps } from './kind-fields.js';

const SUCCESSIONS = ['NAMED', 'NONE', 'UNKNOWN'] as const;

/** Who carries on: units, nobody, or it is not known. Three different facts. */
export function DissolveFields({ draft, axes, set, wrong }: FieldsProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <fieldset className="part">
        <legend>{t('record.succession')}</legend>
        {SUCCESSIONS.map((succession) => (
          <label key={succession} className="check">
            <input
              type="radio"
              name={id}
              checked={draft.succession === succession}
              onChange={() => set({ succession })}
            />{' '}
            {t(`record.successions.${succession}`)}
          </label>
        ))}
      </fieldset>
      {draft.succession === 'NAMED' && (
        <UnitPicker
          label={t('record.successors')}
          axes={axes}
          many
          chosen={draft.successors}
          wrong={wrong.at('successors', 'succession')}
          choose={(successors) => set({ successors })}
        />
      )}
    </>
  );
}
