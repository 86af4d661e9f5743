import { useWords } from '../../texts/use-words.js';
import type { ImportError } from './send-file.js';

interface Props {
  readonly errors: readonly ImportError[];
  /** How many there are in all. */
  readonly all: number;
}

/** What is wrong, line by line: where, in words, and by which rule. */
export function ImportErrors({ errors, all }: Props) {
  const { t, of, day, number, list } = useWords();
  if (errors.length === 0) return null;
  return (
    <>
      {all > errors.length && (
        <p className="notice">{t('import.firstErrors', { number: number(errors.length) })}</p>
      )}
      <div className="table-scroller" tabIndex={0} role="group" aria-label={t('import.errorsByLine')}>
        <table>
          <caption className="for-screen-readers">{t('import.errorsByLine')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.line')}</th>
              <th scope="col">{t('import.field')}</th>
              <th scope="col">{t('import.wrong')}</th>
              <th scope="col">{t('import.rule')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ line, field, code, messages, date, units }, index) => (
              <tr key={index}>
                <th scope="row">{line === null ? '–' : number(line)}</th>
                <td>{field === null ? '–' : <code>{field}</code>}</td>
                <td>
                  {of(messages)}
                  {(date !== null || units.length > 0) && (
                    <div className="small">
                      {[date === null ? '' : day(date), list(units.map(({ id, name }) => name ?? id))]
                        .filter(Boolean)
                        .join(': ')}
                    </div>
                  )}
                </td>
                <td>
                  <code>{code}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
