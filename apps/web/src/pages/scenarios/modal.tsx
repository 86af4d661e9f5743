import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../../texts/use-words.js';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  close(): void;
}

/** Where focus goes when what had it is gone: into the tree, else to the content. */
function firstPlace(): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]') ?? document.getElementById('main')
  );
}

/** A dialog over the page; Esc closes it, and focus goes back to where it was. */
export function Modal({ title, children, close }: Props) {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    return () => {
      shown?.close();
      const isThere = before instanceof HTMLElement && before.isConnected;
      (isThere ? before : firstPlace())?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="close" onClick={close} aria-label={t('unit.close')}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
