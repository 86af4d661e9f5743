import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';

interface Suggestion {
  readonly id: string;
}

interface Props<Item extends Suggestion> {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly items: readonly Item[];
  /** Said in place of suggestions, where there is something to say. */
  readonly none: string | null;
  setTyped(text: string): void;
  choose(item: Item): void;
  show(item: Item): ReactNode;
}

/**
 * A field that suggests while one types.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SuggestingField<Item extends Suggestion>(props: Props<Item>) {
  const { items, typed, none } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, items.length - 1);
  const isShown = isOpen && (items.length > 0 || none !== null);
  const choose = (item: Item | undefined) => {
    if (item === undefined) return;
    setOpen(false);
    props.choose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setOpen(true);
      setAt(isShown ? (active + step + items.length) % Math.max(1, items.length) : 0);
    } else if (event.key === 'Enter' && isShown) choose(items[active]);
    else if (event.key === 'Escape') {
      setOpen(false);
      props.setTyped('');
    } else return;
    event.preventDefault();
  };
  return (
    <div className="field search">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        placeholder={props.placeholder}
        aria-expanded={isShown}
        aria-controls={isShown ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isShown && items.length > 0 ? `${id}-${active}` : undefined}
        value={typed}
        onChange={({ target }) => {
          props.setTyped(target.value);
          setOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <span className="for-screen-readers" role="status">
        {isShown && items.length === 0 ? none : ''}
      </span>
      {isShown && (
        <ul id={`${id}-list`} role="listbox" className="suggestions" aria-label={props.label}>
          {items.length === 0 && (
            <li role="option" aria-disabled="true" aria-selected="false">
              {none}
            </li>
          )}
          {items.map((item, index) => (
            <li
              key={item.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(item)}
            >
              {props.show(item)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
