import { UnitPicker } from '../fields/unit-picker.js';
import { useWords } from '../texts/use-words.js';
import { NEW_SETTING, NEW_STEP, type Setting, type Step } from './draft.js';
import type { FieldsProps } from './kind-fields.js';
import { PartsFields } from './parts-fields.js';
import { SettingFields } from './setting-fields.js';
import { StepFields } from './step-fields.js';

/** What ends, what begins, what becomes different, and which unit continues which. */
export function ReorganiseFields(props: FieldsProps) {
  const { t } = useWords();
  const { draft, axes, set, wrong } = props;
  const { sets, lineage } = draft;
  const setSetting = (place: number, part: Partial<Setting>) =>
    set({ sets: sets.map((each, at) => (at === place ? { ...each, ...part } : each)) });
  const setStep = (place: number, part: Partial<Step>) =>
    set({ lineage: lineage.map((each, at) => (at === place ? { ...each, ...part } : each)) });
  const settingName = (place: number) => t('record.setting', { number: place + 1 });
  const stepName = (place: number) => t('record.step', { number: place + 1 });
  return (
    <>
      <UnitPicker
        label={t('record.ends')}
        axes={axes}
        many
        chosen={draft.units}
        wrong={wrong.at('ends')}
        choose={(units) => set({ units })}
      />
      <PartsFields {...props} path="begins" continued={null} fewest={0} add={t('record.moreBegin')} />
      {sets.map((setting, place) => (
        <fieldset key={place} className="part">
          <legend>{settingName(place)}</legend>
          <SettingFields
            {...props}
            setting={setting}
            path={`sets[${place}]`}
            give={(part) => setSetting(place, part)}
          />
          <button type="button" onClick={() => set({ sets: sets.filter((_, at) => at !== place) })}>
            {t('record.remove', { name: settingName(place) })}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={() => set({ sets: [...sets, NEW_SETTING] })}>
        {t('record.moreSetting')}
      </button>
      {lineage.map((step, place) => (
        <fieldset key={place} className="part">
          <legend>{stepName(place)}</legend>
          <StepFields
            {...props}
            step={step}
            path={`lineage[${place}]`}
            give={(part) => setStep(place, part)}
          />
          <button type="button" onClick={() => set({ lineage: lineage.filter((_, at) => at !== place) })}>
            {t('record.remove', { name: stepName(place) })}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={() => set({ lineage: [...lineage, NEW_STEP] })}>
        {t('record.moreStep')}
      </button>
    </>
  );
}
