import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { ask } from '../../graphql/ask.js';
import { graphql } from '../../graphql/graphql.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { Beginning } from './beginning.js';

const ORGANISATIONS = graphql(`
  query Organisations {
    organisations {
      slug
      name
      position
      recordedAt
    }
  }
`);

const PAGES = [
  { path: '/changes', text: 'shell.changes' },
  { path: '/compare', text: 'shell.compare' },
] as const;

/** The organisations that there are, and how to begin. */
export function StartPage() {
  const { t, number, time, order } = useWords();
  const [search] = useSearchParams();
  usePageTitle(t('start.title'));
  const { data, error, refetch } = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => ask(ORGANISATIONS, {}, signal),
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const language = search.get('lang');
  const rest = language === null ? '' : `?lang=${language}`;
  return (
    <div className="page">
      <h1>{t('start.title')}</h1>
      <p className="lead">{t('start.lead')}</p>
      {data === undefined && <Loading />}
      {data?.organisations.length === 0 && <p>{t('start.none')}</p>}
      <ul className="cards">
        {[...(data?.organisations ?? [])]
          .sort((one, other) => order(one.name, other.name))
          .map(({ slug, name, position, recordedAt }) => (
            <li key={slug}>
              <Link to={`/org/${encodeURIComponent(slug)}${rest}`}>{name}</Link>
              <p>
                {PAGES.map(({ path, text }) => (
                  <Link key={path} to={`/org/${encodeURIComponent(slug)}${path}${rest}`}>
                    {t(text)}
                  </Link>
                ))}
              </p>
              <p className="small">
                {t('start.position', { number: number(position) })},{' '}
                {t('start.recorded', { time: time(recordedAt) })}
              </p>
            </li>
          ))}
      </ul>
      <Beginning />
    </div>
  );
}
