import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation, useParams, useSearchParams } from 'react-router';
import { languageAtStart, speak } from '../texts/language.js';
import { PrintedFrom } from '../print/printed-from.js';
import { useWords } from '../texts/use-words.js';
import { useView } from '../location/use-view.js';
import { NowBanner } from './now-banner.js';
import { Settings } from './settings.js';

/** The pages about an organisation, in the order of the menu. */
const PAGES = [
  { path: '', text: 'shell.organisation' },
  { path: '/changes', text: 'shell.changes' },
  { path: '/compare', text: 'shell.compare' },
  { path: '/scenarios', text: 'shell.scenarios' },
  { path: '/matters', text: 'shell.matters' },
  { path: '/follow-up', text: 'shell.followUp' },
  { path: '/audit', text: 'shell.audit' },
  { path: '/record', text: 'shell.record' },
  { path: '/import', text: 'shell.import' },
] as const;

/** What stands around every page: the way to the content, the menu, what is not as it is today, the settings. */
export function Shell() {
  const { t } = useWords();
  const { slug } = useParams();
  const { search, bad } = useView();
  const [parameters] = useSearchParams();
  const language = parameters.get('lang');
  useEffect(() => speak(languageAtStart()), [language]);
  const main = useFocusOnNewPage();
  const onlyLanguage = language === null ? '' : `?lang=${language}`;
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="masthead">
        <Link className="brand" to={`/${onlyLanguage}`} aria-label={t('shell.home')}>
          Krönika
        </Link>
        {slug !== undefined && (
          <nav aria-label={t('shell.navigation')}>
            {PAGES.map(({ path, text }) => (
              <NavLink
                key={path}
                to={`/org/${slug}${path}${search({ why: false, open: null })}`}
                end={path === ''}
              >
                {t(text)}
              </NavLink>
            ))}
          </nav>
        )}
        <Settings />
      </header>
      {slug !== undefined && <NowBanner />}
      <main id="main" ref={main} tabIndex={-1}>
        {bad.length > 0 && (
          <p className="notice" role="status">
            {t('state.badLink', { parts: bad.map(({ name, value }) => `${name}=${value}`).join(', ') })}
          </p>
        )}
        <Outlet />
        <PrintedFrom />
      </main>
      <footer className="colophon">
        <Link to={`/accessibility${onlyLanguage}`}>{t('shell.accessibility')}</Link>
        <a href="/graphql">{t('shell.newTab')}</a>
      </footer>
    </>
  );
}

/** Takes whoever follows a link to another page to its beginning, as a browser does. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [pathname]);
  return main;
}
