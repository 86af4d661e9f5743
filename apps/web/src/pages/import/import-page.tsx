import { useState } from 'react';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { ChooseFile } from './choose-file.js';
import { ImportOutcome } from './import-outcome.js';
import { ImportRunning } from './import-running.js';
import { useImport } from './use-import.js';

const NAME = graphql(`
  query OrganisationName($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      name
    }
  }
`);

/** Takes a file of changes: first what it would come to, line by line; then, if it is asked for, into the ledger. */
export function ImportPage() {
  const { t } = useWords();
  const { axes } = useView();
  const { data, error, refetch } = useAnswer('name', NAME, axes);
  const { state, run, halt } = useImport(axes.slug);
  const [keys, setKeys] = useState('');
  const [backdate, setBackdate] = useState(false);
  usePageTitle(t('import.title'), data?.organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { file, running } = state;
  const start = (chosen: File, dryRun: boolean) => void run(chosen, { dryRun, keys: keys.trim(), backdate });
  return (
    <div className="page">
      <h1>{t('import.title')}</h1>
      <p className="lead">{t('import.lead')}</p>
      <ChooseFile isBusy={running === 'import'} choose={(chosen) => start(chosen, true)} />
      <details className="more-choices">
        <summary>{t('import.choices')}</summary>
        <label className="field">
          {t('import.keys')}
          <input value={keys} placeholder="import" onChange={({ target }) => setKeys(target.value)} />
          <span className="small">{t('import.keysHelp')}</span>
        </label>
        <label className="check">
          <input type="checkbox" checked={backdate} onChange={({ target }) => setBackdate(target.checked)} />{' '}
          {t('import.backdate')}
        </label>
        {file !== null && (
          <button type="button" disabled={running !== null} onClick={() => start(file, true)}>
            {t('import.again')}
          </button>
        )}
      </details>
      <div aria-live="polite">
        {running !== null && <ImportRunning state={state} halt={halt} />}
        {running === null && <ImportOutcome state={state} record={(chosen) => start(chosen, false)} />}
      </div>
    </div>
  );
}
