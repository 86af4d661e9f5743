import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly help?: string | undefined;
  /** What is wrong with it. */
  readonly wrong?: readonly string[] | undefined;
  readonly required?: boolean;
  readonly lines?: boolean;
  give(text: string): void;
}

/** A text, with its help and what is wrong with it beside it. */
export function TextField({ label, value, help, wrong = [], required = false, lines = false, give }: Props) {
  const id = useId();
  const Input = lines ? 'textarea' : 'input';
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        autoComplete="off"
        aria-required={required}
        aria-invalid={wrong.length > 0}
        aria-describedby={help === undefined && wrong.length === 0 ? undefined : `${id}-said`}
        onChange={({ target }) => give(target.value)}
      />
      <FieldSaid id={`${id}-said`} help={help} wrong={wrong} />
    </div>
  );
}

/** What is said under a field. */
export function FieldSaid(props: {
  readonly id: string;
  readonly help?: string | undefined;
  readonly wrong: readonly string[];
}) {
  const { id, help, wrong } = props;
  if (help === undefined && wrong.length === 0) return null;
  return (
    <span id={id} className="said">
      {wrong.map((message) => (
        <span key={message} className="small bad">
          {message}
        </span>
      ))}
      {help !== undefined && <span className="small">{help}</span>}
    </span>
  );
}
