import type { ReactNode } from 'react';
import { useWords } from '../texts/use-words.js';

interface Props {
  readonly name: string;
  readonly children: ReactNode;
  remove(): void;
}

/** Something that is chosen, and the way to choose it no longer. */
export function PickedItem({ name, children, remove }: Props) {
  const { t } = useWords();
  return (
    <li>
      <span>{children}</span>
      <button type="button" onClick={remove} aria-label={t('record.remove', { name })}>
        ✕
      </button>
    </li>
  );
}
