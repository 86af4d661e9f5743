import { useId } from 'react';
import { FieldSaid } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';

interface Props {
  /** Those that the organisation has; another may be written. */
  readonly types: readonly string[];
  readonly value: string;
  readonly wrong: readonly string[];
  readonly required?: boolean;
  give(type: string): void;
}

/** A unit type of the organisation's own vocabulary. */
export function TypeField({ types, value, wrong, required = false, give }: Props) {
  const { t, label, order } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('unit.type')}</label>
      <input
        id={id}
        list={`${id}-types`}
        value={value}
        autoComplete="off"
        aria-required={required}
        aria-invalid={wrong.length > 0}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => give(target.value)}
      />
      <datalist id={`${id}-types`}>
        {[...types]
          .sort((one, other) => order(label('type', one), label('type', other)))
          .map((type) => (
            <option key={type} value={type} label={label('type', type)} />
          ))}
      </datalist>
      <FieldSaid id={`${id}-said`} help={t('record.typeHelp')} wrong={wrong} />
    </div>
  );
}
