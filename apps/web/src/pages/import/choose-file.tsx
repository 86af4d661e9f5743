import { useId, useState, type DragEvent } from 'react';
import { useWords } from '../../texts/use-words.js';

interface Props {
  readonly isBusy: boolean;
  choose(file: File): void;
}

/** A file is chosen by a dialog, or dropped. */
export function ChooseFile({ isBusy, choose }: Props) {
  const { t } = useWords();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && !isBusy) choose(file);
  };
  return (
    <div
      className="drop-place"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label htmlFor={id}>{t('import.file')}</label>
      <input
        id={id}
        type="file"
        accept=".ndjson,.jsonl,.gz"
        disabled={isBusy}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) choose(file);
          target.value = '';
        }}
      />
      <span id={`${id}-help`} className="small">
        {t('import.fileHelp')}
      </span>
    </div>
  );
}
