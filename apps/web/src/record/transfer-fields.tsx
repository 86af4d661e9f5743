import { UnitPicker } from '../fields/unit-picker.js';
import { useWords } from '../texts/use-words.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';

const HIERARCHIES = ['line', 'political'] as const;

/** Where a unit moves, in which hierarchy, and what does not go along. */
export function TransferFields({ draft, axes, set, wrong }: FieldsProps) {
  const { t, label } = useWords();
  return (
    <>
      {!draft.top && (
        <OneUnit
          label={t('record.moveTo')}
          axes={axes}
          unit={draft.to}
          wrong={wrong.at('to')}
          choose={(to) => set({ to })}
        />
      )}
      <label className="check">
        <input type="checkbox" checked={draft.top} onChange={({ target }) => set({ top: target.checked })} />{' '}
        {t('record.top')}
      </label>
      <label className="field">
        {t('time.hierarchy')}
        <select value={draft.hierarchy} onChange={({ target }) => set({ hierarchy: target.value })}>
          {HIERARCHIES.map((hierarchy) => (
            <option key={hierarchy} value={hierarchy}>
              {label('hierarchy', hierarchy)}
            </option>
          ))}
        </select>
      </label>
      <UnitPicker
        label={t('record.except')}
        axes={axes}
        many
        chosen={draft.except}
        help={t('record.exceptHelp')}
        wrong={wrong.at('except')}
        choose={(except) => set({ except })}
      />
      {draft.except.length > 0 && (
        <OneUnit
          label={t('record.exceptTo')}
          axes={axes}
          unit={draft.exceptTo}
          help={t('record.exceptToHelp')}
          wrong={wrong.at('exceptTo')}
          choose={(exceptTo) => set({ exceptTo })}
        />
      )}
    </>
  );
}
