import { useEffect, useRef } from 'react';
import { useWords } from '../../texts/use-words.js';
import { DifferenceMark } from './difference-mark.js';
import type { Told } from './differences.js';

/** How many are listed; the tree and the counts have all. */
const LISTED = 500;

interface Props {
  readonly told: readonly Told[];
  /** The one in focus; -1: none. */
  readonly index: number;
  show(index: number): void;
}

/** Every difference in words. */
export function DifferenceList({ told, index, show }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (index >= 0) list.current?.querySelectorAll('button')[index]?.focus();
  }, [index]);
  return (
    <section>
      <h2>{t('compare.list')}</h2>
      <ol className="differences" ref={list}>
        {told.slice(0, LISTED).map(({ id, kind, name, detail }, at) => (
          <li key={id}>
            <button
              type="button"
              className="difference-row"
              aria-current={at === index ? 'true' : undefined}
              onClick={() => show(at)}
            >
              <DifferenceMark kind={kind} /> <strong>{name}</strong> {detail}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
