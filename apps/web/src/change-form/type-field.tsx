import { useId, useState } from 'react';
import { FieldSaid, TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';

const OWN = '\u0000';

interface Props {
  /** Those that the organisation has. */
  readonly types: readonly string[];
  readonly value: string;
  readonly wrong: readonly string[];
  readonly required?: boolean;
  readonly help?: string;
  give(type: string): void;
}

/** A unit type of the organisation's own vocabulary: one that it has, or a new one. */
export function TypeField({ types, value, wrong, required = false, help, give }: Props) {
  const { t, label, order } = useWords();
  const id = useId();
  const [isOwn, setOwn] = useState(false);
  const all = [...new Set(value === '' || isOwn ? types : [...types, value])];
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('unit.type')}</label>
        <select
          id={id}
          value={isOwn ? OWN : value}
          aria-required={required}
          aria-invalid={wrong.length > 0}
          aria-describedby={`${id}-said`}
          onChange={({ target }) => {
            setOwn(target.value === OWN);
            give(target.value === OWN ? '' : target.value);
          }}
        >
          <option value="">{required ? t('record.choose') : ''}</option>
          {all
            .sort((one, other) => order(label('type', one), label('type', other)))
            .map((type) => (
              <option key={type} value={type}>
                {label('type', type)}
              </option>
            ))}
          <option value={OWN}>{t('record.ownType')}</option>
        </select>
        <FieldSaid id={`${id}-said`} help={help} wrong={isOwn ? [] : wrong} />
      </div>
      {isOwn && (
        <TextField label={t('record.newType')} value={value} required={required} wrong={wrong} give={give} />
      )}
    </>
  );
}
