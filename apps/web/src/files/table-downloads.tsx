import { useState } from 'react';
import { failureInWords } from '../shell/states.js';
import { useWords } from '../texts/use-words.js';
import { csvOf } from './csv.js';
import { saveFile } from './save-file.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Rows = readonly (readonly string[])[];

interface Props {
  /** What the files are called, without an ending. */
  readonly name: string;
  /** The head and the lines, made or fetched when they are asked for. */
  rows(): Rows | Promise<Rows>;
}

/** A table to take along, as CSV or XLSX. */
export function TableDownloads({ name, rows }: Props) {
  const words = useWords();
  const { t } = words;
  const [failure, setFailure] = useState<Error | null>(null);
  const saving = (save: () => Promise<void>) => () => {
    setFailure(null);
    save().catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))));
  };
  const saveCsv = async () => saveFile(`${name}.csv`, 'text/csv', csvOf(await rows()));
  const saveXlsx = async () => {
    const [{ xlsxOf }, lines] = await Promise.all([import('./xlsx.js'), rows()]);
    saveFile(`${name}.xlsx`, XLSX, await xlsxOf(name, lines));
  };
  return (
    <div className="buttons downloads">
      <button type="button" onClick={saving(saveCsv)}>
        {t('files.csv')}
      </button>
      <button type="button" onClick={saving(saveXlsx)}>
        {t('files.xlsx')}
      </button>
      <span role="status">{failure === null ? '' : failureInWords(failure, words)}</span>
    </div>
  );
}
