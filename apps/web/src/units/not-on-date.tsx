import { useView } from '../location/use-view.js';
import { useWords } from '../texts/use-words.js';
import type { UnitFacts } from './unit-question.js';

interface Props {
  readonly unit: UnitFacts;
  readonly at: string;
}

/** Says that a unit was not there on the date, when it began and ended, and leads to a date on which it was. */
export function NotOnDate({ unit, at }: Props) {
  const { t, day, edtf } = useWords();
  const { change } = useView();
  if (unit.status === 'IN_FORCE' || unit.status === 'INDETERMINATE') return null;
  const meant = unit.existence ?? unit.intervals.at(-1) ?? null;
  const from = meant === null ? '' : edtf(meant.fromWritten);
  const said =
    meant?.to != null
      ? t('unit.beganEnded', { from, to: day(meant.to) })
      : t(unit.status === 'NOT_YET' ? 'unit.notYet' : 'unit.began', { from });
  return (
    <div className="notice" role="status">
      <strong>{t('unit.notOnDate', { name: unit.name, date: day(at) })}</strong>
      {meant !== null && <p>{said}</p>}
      {meant?.from != null && (
        <button type="button" onClick={() => change({ at: meant.from })}>
          {t('unit.goTo', { date: day(meant.from) })}
        </button>
      )}
    </div>
  );
}
