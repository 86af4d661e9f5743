import { useWords } from '../../../texts/use-words.js';
import type { FieldsProps } from './change-fields.js';
import { SUCCESSIONS } from './draft.js';
import { UnitPicker } from '../../../fields/unit-picker.js';

/** What is dissolved, and who carries on: units, nobody, or it is not known. */
export function DissolveFields({ draft, axes, set, wrong }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <UnitPicker
        axes={axes}
        chosen={draft.units}
        choose={(units) => set({ units })}
        label={t('scenarios.field.dissolved')}
        wrong={wrong('unit')}
      />
      <fieldset className="choices">
        <legend>{t('scenarios.field.succession')}</legend>
        {SUCCESSIONS.map((succession) => (
          <label key={succession}>
            <input
              type="radio"
              name="succession"
              checked={draft.succession === succession}
              onChange={() => set({ succession })}
            />{' '}
            {t(`scenarios.succession.${succession}`)}
          </label>
        ))}
      </fieldset>
      {draft.succession === 'NAMED' && (
        <UnitPicker
          axes={axes}
          many
          chosen={draft.successors}
          choose={(successors) => set({ successors })}
          label={t('scenarios.field.successors')}
          wrong={wrong('successors')}
        />
      )}
    </>
  );
}
