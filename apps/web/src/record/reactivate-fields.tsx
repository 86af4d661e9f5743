import { useState } from 'react';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { DayField } from '../time/day-field.js';
import { plusMonths, today } from '../location/days.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';
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
      <OneUnit
        label={t('record.parent')}
        axes={axes}
        unit={draft.to}
        help={t('record.asItWas')}
        wrong={wrong.at('parent')}
        choose={(to) => set({ to })}
      />
      <TextField
        label={t('record.newName')}
        value={draft.name}
        help={t('record.keepsName')}
        wrong={wrong.at('name')}
        give={(name) => set({ name })}
      />
      <TypeField types={types} value={draft.type} wrong={wrong.at('type')} give={(type) => set({ type })} />
    </>
  );
}
