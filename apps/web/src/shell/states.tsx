import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { QuestionFailed } from '../graphql/question-failed.js';
import { useWords, type Words } from '../texts/use-words.js';
import { usePageTitle } from './page-title.js';

export function Loading() {
  const { t } = useWords();
  return (
    <p className="loading" role="status">
      {t('state.loading')}
    </p>
  );
}

const OWN_TEXTS = ['UNREACHABLE', 'UNREADABLE', 'INTERNAL_SERVER_ERROR'] as const;

/** Why there is no answer, in the reader's words. */
export function failureInWords(error: Error, { t, of }: Words): string {
  if (!(error instanceof QuestionFailed)) return error.message;
  if (error.messages !== null) return of(error.messages);
  const own = OWN_TEXTS.find((code) => code === error.code) ?? 'INTERNAL_SERVER_ERROR';
  return t(`state.${own}`);
}

/** What is shown in place of an answer that did not come. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const words = useWords();
  const { t } = words;
  const requestId = error instanceof QuestionFailed ? error.requestId : null;
  const isUnknown = error instanceof QuestionFailed && error.code === 'UNKNOWN_ORGANISATION';
  return (
    <section className="failure" role="alert">
      <h1>{isUnknown ? t('state.unknownOrganisation') : t('state.failed')}</h1>
      <p>{failureInWords(error, words)}</p>
      {requestId !== null && <p className="small">{t('state.requestId', { id: requestId })}</p>}
      <p>
        {retry !== undefined && !isUnknown && (
          <button type="button" onClick={retry}>
            {t('state.retry')}
          </button>
        )}{' '}
        <Link to="/">{t('state.toStart')}</Link>
      </p>
    </section>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function NotFound() {
  const { t } = useWords();
  usePageTitle(t('state.notFound'));
  return (
    <section className="failure">
      <h1>{t('state.notFound')}</h1>
      <p>{t('state.notFoundText', { path: location.pathname })}</p>
      <Link to="/">{t('state.toStart')}</Link>
    </section>
  );
}
