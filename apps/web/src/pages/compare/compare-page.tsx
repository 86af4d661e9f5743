import { useMemo } from 'react';
import { fileName } from '../../files/file-name.js';
import { TableDownloads } from '../../files/table-downloads.js';
import { dayBefore, today } from '../../location/days.js';
import { sideBefore } from '../../location/axes.js';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { useChangeDays } from '../../time/change-days.js';
import { ComparedTree } from './compared-tree.js';
import { useDifference } from './compare-question.js';
import { Counts } from './counts.js';
import { DifferenceList } from './difference-list.js';
import { tell } from './differences.js';
import { Sides } from './sides.js';
import { useStepping } from './use-stepping.js';

/** What differs between two dates, or between what was known at two times. */
export function ComparePage() {
  const words = useWords();
  const { t, day } = words;
  const { state, axes } = useView();
  const { name, days } = useChangeDays(axes);
  const at = state.at ?? today();
  // Without a choice: what the last change before the date did.
  const last = days.findLast((date) => date <= at);
  const earlier = state.compare ?? (last === undefined ? at : dayBefore(last));
  const from = sideBefore(axes.slug, state, earlier);
  const to = { ...axes, at };
  const { data, error, refetch } = useDifference(from, to);
  const told = useMemo(() => (data === undefined ? [] : tell(data.compare, words)), [data, words]);
  const { index, step, show } = useStepping(told);
  usePageTitle(t('compare.title'), `${day(earlier)} – ${day(at)}`, name);
  return (
    <div className="page">
      <h1>{t('compare.title')}</h1>
      <p className="lead">{t('compare.lead')}</p>
      <Sides before={earlier} after={at} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <Counts told={told} />
          {told.length > 0 && (
            <div className="buttons">
              <button type="button" onClick={() => step(-1)} aria-keyshortcuts="P">
                {t('compare.previous')}
              </button>
              <button type="button" onClick={() => step(1)} aria-keyshortcuts="N">
                {t('compare.next')}
              </button>
            </div>
          )}
          {told.length > 0 && (
            <TableDownloads
              name={fileName(name ?? '', earlier, '–', at)}
              rows={() => [
                [t('compare.difference'), t('compare.unit'), t('compare.description')],
                ...told.map(({ kind, name: unit, detail }) => [t(`compare.${kind}`), unit, detail]),
              ]}
            />
          )}
          <div className="columns">
            <DifferenceList told={told} index={index} show={show} />
            <ComparedTree from={from} to={to} difference={data.compare} wanted={told[index]?.unit ?? null} />
          </div>
        </>
      )}
    </div>
  );
}
