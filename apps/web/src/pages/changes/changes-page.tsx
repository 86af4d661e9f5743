import { Link, useSearchParams } from 'react-router';
import { fileName } from '../../files/file-name.js';
import { TableDownloads } from '../../files/table-downloads.js';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { MoreButton } from '../../shell/more-button.js';
import { labelsSv } from '../../texts/labels-sv.js';
import { useWords } from '../../texts/use-words.js';
import { GroundsOfChange } from '../../why/change-grounds.js';
import { readChangeFilter, writeChangeFilter, type ChangeFilter } from './change-filter.js';
import { askedOf, useChanges } from './changes-question.js';
import { changesAsTable } from './changes-table.js';
import { FilterForm } from './filter-form.js';

const KINDS = Object.keys(labelsSv.kind);
const STANDINGS = Object.keys(labelsSv.standing);

/** The chronicle: every change as a sentence, with how firm it is, who decided it and what is missing. */
export function ChangesPage() {
  const words = useWords();
  const { t, day, number } = words;
  const { axes, search } = useView();
  const [parameters, setParameters] = useSearchParams();
  const filter = readChangeFilter(parameters, KINDS, STANDINGS);
  const list = useChanges(axes, filter);
  const { data, error, refetch } = list;
  const organisation = data?.pages[0]?.organisation;
  usePageTitle(t('changes.title'), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const set = (part: Partial<ChangeFilter>) =>
    setParameters((now) => writeChangeFilter(now, { ...readChangeFilter(now, KINDS, STANDINGS), ...part }), {
      replace: true,
    });
  const changes = data?.pages.flatMap((page) => page.organisation?.changes.nodes ?? []) ?? [];
  const count = organisation?.changes.totalCount ?? 0;
  return (
    <div className="page">
      <h1>{t('changes.title')}</h1>
      <p className="lead">{t('changes.lead')}</p>
      <FilterForm filter={filter} set={set} />
      {organisation === undefined && <Loading />}
      {organisation !== undefined && (
        <p role="status">{t('changes.found', { count, number: number(count) })}</p>
      )}
      {organisation !== undefined && count === 0 && <Empty title={t('changes.none')} />}
      {organisation != null && count > 0 && (
        <TableDownloads
          name={fileName(organisation.name, t('changes.title'))}
          rows={() => changesAsTable(axes, askedOf(filter), words)}
        />
      )}
      <ol className="chronicle">
        {changes.map((change) => (
          <li key={change.id}>
            <GroundsOfChange change={change} level="h2" />
            <p className="small">
              {change.units.map(({ id, name }) => (
                <Link key={id} to={`/org/${axes.slug}/unit/${id}${search()}`}>
                  {name}
                </Link>
              ))}
              {change.on.latest !== null && (
                <Link to={`/org/${axes.slug}${search({ at: change.on.latest })}`}>
                  {t('changes.show', { date: day(change.on.latest) })}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ol>
      <MoreButton list={list} />
    </div>
  );
}
