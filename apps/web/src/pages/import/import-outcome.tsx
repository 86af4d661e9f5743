import { Link } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { failureInWords } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { ImportErrors } from './import-errors.js';
import { schemaKind } from './kinds-in.js';
import type { ImportState } from './use-import.js';

interface Props {
  readonly state: ImportState;
  record(file: File): void;
}

/** What a file would come to, or has come to. */
export function ImportOutcome({ state, record }: Props) {
  const words = useWords();
  const { t, number } = words;
  const { axes, search } = useView();
  const { file, told, error } = state;
  if (file === null) return null;
  if (error !== null) {
    return (
      <section className="verdict wrong">
        <h2>
          <Icon sign="cross" /> {t('import.refused', { file: file.name })}
        </h2>
        <p>{failureInWords(error, words)}</p>
      </section>
    );
  }
  if (told === null) return <p className="notice">{t('import.stopped')}</p>;
  const { dryRun, recorded, skipped, position, errors } = told.result;
  const isGood = errors === 0;
  const counts = { count: recorded, number: number(recorded) };
  return (
    <section className={isGood ? 'verdict good' : 'verdict wrong'}>
      <h2>
        <Icon sign={isGood ? 'check' : 'cross'} />{' '}
        {dryRun ? t('import.preview', { file: file.name }) : t('import.done', { file: file.name })}
      </h2>
      <ul>
        <li>{t(dryRun ? 'import.wouldRecord' : 'import.recorded', counts)}</li>
        {skipped > 0 && <li>{t('import.skipped', { count: skipped, number: number(skipped) })}</li>}
        <li>{t('import.errors', { count: errors, number: number(errors) })}</li>
      </ul>
      {dryRun && <Kinds kinds={state.kinds} />}
      {dryRun && <p>{t('import.nothingRecorded')}</p>}
      {!dryRun && !isGood && <p>{t('import.partly')}</p>}
      {dryRun && isGood && recorded > 0 && (
        <button type="button" className="primary" onClick={() => record(file)}>
          {t('import.record', counts)}
        </button>
      )}
      {dryRun && !isGood && <p className="small">{t('import.mendFirst')}</p>}
      {!dryRun && recorded > 0 && (
        <p>
          <Link className="apart" to={`/org/${axes.slug}/audit/${position}${search()}`}>
            {t('audit.event', { position })}
          </Link>
          <Link className="apart" to={`/org/${axes.slug}${search()}`}>
            {t('import.toOrganisation')}
          </Link>
        </p>
      )}
      <ImportErrors errors={told.errors} all={errors} />
    </section>
  );
}

/** What the lines of the file are, as it says itself. */
function Kinds({ kinds }: { readonly kinds: ImportState['kinds'] }) {
  const { t, label, number, order } = useWords();
  if (kinds === null || kinds.size === 0) return null;
  const wordOf = (kind: string) => {
    const change = label('kind', kind);
    return change === kind ? label('lineKind', kind) : change;
  };
  const named = [...kinds]
    .map(([kind, count]) => ({ word: wordOf(schemaKind(kind)), count }))
    .sort((one, other) => order(one.word, other.word));
  return (
    <>
      <p>{t('import.kinds')}</p>
      <ul className="kinds">
        {named.map(({ word, count }) => (
          <li key={word}>
            {word}: {number(count)}
          </li>
        ))}
      </ul>
    </>
  );
}
