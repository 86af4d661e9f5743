import { useEffect } from 'react';
import { useWords } from '../../../texts/use-words.js';
import { REDO, UNDO } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { useDeed } from '../use-deed.js';

interface Props {
  readonly scenario: ScenarioPlan;
  readonly canChange: boolean;
  say(text: string): void;
}

/** Takes back what was done last, and does it again: by buttons, Ctrl+Z and Ctrl+Y. */
export function UndoRedo({ scenario, canChange, say }: Props) {
  const { t } = useWords();
  const undo = useDeed(UNDO);
  const redo = useDeed(REDO);
  const isBusy = undo.isPending || redo.isPending;
  // Step by step, from the version that is shown: what somebody else did meanwhile is not undone unseen.
  const input = { scenario: scenario.id, expectedVersion: scenario.version };
  const takeBack = async () => {
    if ((await undo.run(input)) !== null) say(t('scenarios.undone'));
  };
  const doAgain = async () => {
    if ((await redo.run(input)) !== null) say(t('scenarios.redone'));
  };
  const canUndo = canChange && !isBusy && (scenario.steps.length > 0 || scenario.version > 1);
  const canRedo = canChange && !isBusy && scenario.undone.length > 0;
  useKeys(canUndo ? () => void takeBack() : null, canRedo ? () => void doAgain() : null);
  if (!canChange) return null;
  const refusals = [...(undo.data?.userErrors ?? []), ...(redo.data?.userErrors ?? [])];
  return (
    <>
      <div className="buttons">
        <button
          type="button"
          aria-disabled={!canUndo}
          aria-keyshortcuts="Control+Z"
          onClick={() => canUndo && void takeBack()}
        >
          ↶ {t('scenarios.undo')}
        </button>
        <button
          type="button"
          aria-disabled={!canRedo}
          aria-keyshortcuts="Control+Y"
          onClick={() => canRedo && void doAgain()}
        >
          ↷ {t('scenarios.redo')}
        </button>
      </div>
      <Refusals refusals={isBusy ? [] : refusals} error={undo.error ?? redo.error} />
    </>
  );
}

/** The usual keys, except where somebody writes or a dialog is open. */
function useKeys(undo: (() => void) | null, redo: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || event.repeat) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, select, textarea, dialog') !== null) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      (isRedo ? redo : undo)?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
