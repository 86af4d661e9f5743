import { useState } from 'react';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { DayField } from '../time/day-field.js';
import { plusMonths, today } from '../location/days.js';
import { CodeFields } from './code-fields.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';
import { PlacementFields } from './placement-fields.js';
import { TypeField } from './type-field.js';

/** A unit that ended, found on a day when it was there, and what is other than it was. */
export function ReactivateFields({ draft, axes, types, set, wrong }: FieldsProps) {
  const { t } = useWords();
  const [there, setThere] = useState(plusMonths(axes.at ?? today(), -12));
  return (
    <>
      <DayField label={t('record.foundOn')} value={there} help={t('record.foundOnHelp')} give={setThere} />
      <OneUnit
        label={t('record.ended')}
        axes={{ ...axes, at: there }}
        unit={draft.units[0] ?? null}
        wrong={wrong.at('unit')}
        choose={(unit) => set({ units: unit === null ? [] : [unit] })}
      />
      {!draft.top && (
        <OneUnit
          label={t('record.parent')}
          axes={axes}
          unit={draft.to}
          help={t('record.asItWas')}
          wrong={wrong.at('parent')}
          choose={(to) => set({ to })}
        />
      )}
      <label className="check">
        <input type="checkbox" checked={draft.top} onChange={({ target }) => set({ top: target.checked })} />{' '}
        {t('record.top')}
      </label>
      <TextField
        label={t('record.newName')}
        value={draft.name}
        help={t('record.keepsName')}
        wrong={wrong.at('name')}
        give={(name) => set({ name })}
      />
      <TypeField
        types={types}
        value={draft.type}
        help={t('record.keepsType')}
        wrong={wrong.at('type')}
        give={(type) => set({ type })}
      />
      <details open={draft.codes.length > 0 || wrong.at('codes', 'parents').length > 0}>
        <summary>{t('record.more')}</summary>
        <PlacementFields
          axes={axes}
          placements={draft.parents}
          wrong={wrong.at('parents')}
          give={(parents) => set({ parents })}
        />
        <CodeFields codes={draft.codes} wrong={wrong.at('codes')} give={(codes) => set({ codes })} />
      </details>
    </>
  );
}
