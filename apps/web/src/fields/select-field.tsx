import { useId, type ReactNode } from 'react';
import { FieldSaid } from './text-field.js';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly help?: string | undefined;
  readonly wrong?: readonly string[];
  readonly children: ReactNode;
  give(value: string): void;
}

/** A choice among what is listed. */
export function SelectField({ label, value, help, wrong = [], children, give }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={wrong.length > 0}
        aria-describedby={help === undefined && wrong.length === 0 ? undefined : `${id}-said`}
        onChange={({ target }) => give(target.value)}
      >
        {children}
      </select>
      <FieldSaid id={`${id}-said`} help={help} wrong={wrong} />
    </div>
  );
}
