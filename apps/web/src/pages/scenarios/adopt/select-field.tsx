import { useId, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
  give(value: string): void;
}

/** A choice among what is listed. */
export function SelectField({ label, value, children, give }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => give(target.value)}>
        {children}
      </select>
    </div>
  );
}
