import { useWords } from '../../texts/use-words.js';
import type { ImportState } from './use-import.js';

/** How far it has come, and the way to stop it. */
export function ImportRunning({ state, halt }: { readonly state: ImportState; halt(): void }) {
  const { t, number } = useWords();
  const { file, running, progress } = state;
  const text = t(running === 'import' ? 'import.recording' : 'import.previewing', { file: file?.name ?? '' });
  return (
    <section className="running">
      <p>{text}</p>
      <progress aria-label={text} max={progress?.of ?? undefined} value={progress?.lines} />
      {progress !== null && (
        <p className="small">
          {t('import.linesRead', { lines: number(progress.lines), of: number(progress.of) })}
        </p>
      )}
      <button type="button" onClick={halt}>
        {t('import.stop')}
      </button>
      {running === 'import' && <p className="small">{t('import.stopHelp')}</p>}
    </section>
  );
}
