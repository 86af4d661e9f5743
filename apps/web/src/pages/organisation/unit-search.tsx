import { FindUnit } from '../../fields/find-unit.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';

/** Finds a unit on the date, and shows it. */
export function UnitSearch() {
  const { t } = useWords();
  const { change } = useView();
  return <FindUnit label={t('organisation.find')} choose={(unit) => change({ unit, why: false })} />;
}
