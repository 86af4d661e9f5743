import { useId } from 'react';
import { useWords } from '../../../texts/use-words.js';
import { FieldSaid } from '../../../fields/text-field.js';
import type { Draft } from './draft.js';

interface Props {
  readonly types: readonly string[];
  /** Empty: none is chosen. */
  readonly value: string;
  readonly wrong: readonly string[];
  set(part: Partial<Draft>): void;
}

/** A unit type, of those that the organisation has. */
export function TypeField({ types, value, wrong, set }: Props) {
  const { t, label, order } = useWords();
  const id = useId();
  const all = [...new Set(value === '' ? types : [...types, value])];
  return (
    <div className="field">
      <label htmlFor={id}>{t('unit.type')}</label>
      <select
        id={id}
        value={value}
        aria-required
        aria-invalid={wrong.length > 0}
        aria-describedby={wrong.length > 0 ? `${id}-said` : undefined}
        onChange={({ target }) => set({ type: target.value === '' ? null : target.value })}
      >
        {value === '' && <option value="">{t('scenarios.choose')}</option>}
        {all
          .sort((one, other) => order(label('type', one), label('type', other)))
          .map((type) => (
            <option key={type} value={type}>
              {label('type', type)}
            </option>
          ))}
      </select>
      <FieldSaid id={`${id}-said`} wrong={wrong} />
    </div>
  );
}
