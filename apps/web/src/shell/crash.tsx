import { useRouteError } from 'react-router';
import { useWords } from '../texts/use-words.js';
import { usePageTitle } from './page-title.js';

/** What is shown when a page fails: a fault of the web app itself. */
export function Crash() {
  const { t } = useWords();
  const error = useRouteError();
  usePageTitle(t('state.crashed'));
  return (
    <main className="failure" role="alert">
      <h1>{t('state.crashed')}</h1>
      <p>{t('state.crashedText')}</p>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
      <a href="/">{t('state.toStart')}</a>
    </main>
  );
}
