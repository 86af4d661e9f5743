import { SelectField } from '../fields/select-field.js';
import { UnitPicker } from '../fields/unit-picker.js';
import { useWords } from '../texts/use-words.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';
import { PartsFields } from './parts-fields.js';
import type { ActedOn } from './part.js';

const HIERARCHIES = ['line', 'political'];

/** Where a unit moves, in which hierarchy, and what does not go along. */
export function TransferFields({ acted, ...props }: FieldsProps & { readonly acted: ActedOn | null }) {
  const { t, label } = useWords();
  const { draft, axes, set, wrong } = props;
  const hasExceptions = draft.except.length > 0 || draft.parts.length > 0;
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
      <SelectField
        label={t('time.hierarchy')}
        value={draft.hierarchy}
        wrong={wrong.at('hierarchy')}
        give={(hierarchy) => set({ hierarchy })}
      >
        {[...new Set([...HIERARCHIES, draft.hierarchy])].map((hierarchy) => (
          <option key={hierarchy} value={hierarchy}>
            {label('hierarchy', hierarchy)}
          </option>
        ))}
      </SelectField>
      <details open={hasExceptions || wrong.at('except', 'exceptTo').length > 0}>
        <summary>{t('record.exceptions')}</summary>
        <UnitPicker
          label={t('record.except')}
          axes={axes}
          many
          chosen={draft.except}
          help={t('record.exceptHelp')}
          wrong={wrong.at('except')}
          choose={(except) => set({ except })}
        />
        <PartsFields {...props} path="except" continued={acted} fewest={0} add={t('record.exceptPart')} />
        {hasExceptions && (
          <OneUnit
            label={t('record.exceptTo')}
            axes={axes}
            unit={draft.exceptTo ?? null}
            help={t(draft.exceptTo === null ? 'record.exceptToTop' : 'record.exceptToHelp')}
            wrong={wrong.at('exceptTo')}
            choose={(unit) => set({ exceptTo: unit ?? undefined })}
          />
        )}
      </details>
    </>
  );
}
