import { SelectField } from '../fields/select-field.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { NEW_RECEIVER, type Draft, type Receiver } from './draft.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';

const RESOURCES = ['FUNCTION', 'STAFF', 'BUDGET'] as const;

/** What moves, and to whom, in which shares. */
export function ResponsibilityFields({ draft, axes, set, wrong }: FieldsProps) {
  const { t, label } = useWords();
  const setReceiver = (place: number, part: Partial<Receiver>) =>
    set({ receivers: draft.receivers.map((each, at) => (at === place ? { ...each, ...part } : each)) });
  return (
    <>
      <TextField
        label={t('record.what')}
        value={draft.what}
        required
        help={t('record.whatHelp')}
        wrong={wrong.at('what')}
        give={(what) => set({ what })}
      />
      <SelectField
        label={t('record.resource')}
        value={draft.resource}
        wrong={wrong.at('resource')}
        give={(resource) => set({ resource: resource as Draft['resource'] })}
      >
        <option value="">{t('record.notSaid')}</option>
        {RESOURCES.map((resource) => (
          <option key={resource} value={resource}>
            {label('resource', resource)}
          </option>
        ))}
      </SelectField>
      {draft.receivers.map(({ unit, share }, place) => (
        <fieldset key={place} className="part">
          <legend>{t('record.receiver', { number: place + 1 })}</legend>
          <OneUnit
            label={t('record.unit')}
            axes={axes}
            unit={unit}
            wrong={place === 0 ? wrong.at('to') : []}
            choose={(chosen) => setReceiver(place, { unit: chosen })}
          />
          <TextField
            label={t('record.share')}
            value={share}
            help={t('record.shareHelp')}
            give={(text) => setReceiver(place, { share: text })}
          />
        </fieldset>
      ))}
      <button type="button" onClick={() => set({ receivers: [...draft.receivers, NEW_RECEIVER] })}>
        {t('record.moreReceiver')}
      </button>
    </>
  );
}
