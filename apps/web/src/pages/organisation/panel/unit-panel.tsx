import { Link } from 'react-router';
import { today } from '../../../location/days.js';
import { useView } from '../../../location/use-view.js';
import { Failure, Loading } from '../../../shell/states.js';
import { useWords } from '../../../texts/use-words.js';
import { FactsOfUnit, OpenQuestions } from '../../../units/unit-facts.js';
import { NotOnDate } from '../../../units/not-on-date.js';
import { useUnit } from '../../../units/unit-question.js';
import { useReasonsInSight } from './use-reasons-in-sight.js';
import { WhyList } from '../../../why/why-list.js';

/** The unit in focus beside the organisation; one more click tells why it is as it is. */
export function UnitPanel({ unit: named }: { readonly unit: string }) {
  const { t } = useWords();
  const { state, axes, change, search } = useView();
  const { data, error, refetch } = useUnit(axes, named);
  const unit = data?.organisation?.unit;
  const panel = useReasonsInSight(state.why && unit != null);
  return (
    <aside className="panel" ref={panel} aria-label={unit?.name ?? t('state.loading')}>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {unit === null && <p>{t('state.unknownUnit')}</p>}
      <button
        type="button"
        className="close"
        onClick={() => change({ unit: null, why: false })}
        aria-label={t('unit.close')}
      >
        ✕
      </button>
      {unit !== null && unit !== undefined && (
        <>
          <h2>{unit.name}</h2>
          <NotOnDate unit={unit} at={state.at ?? today()} />
          <OpenQuestions unit={unit} />
          <FactsOfUnit unit={unit} />
          <p className="buttons">
            <button type="button" aria-expanded={state.why} onClick={() => change({ why: !state.why })}>
              {t('unit.why')}
            </button>
            <Link
              className="button"
              to={`/org/${axes.slug}/unit/${unit.id}${search({ unit: null, why: false, open: null })}`}
            >
              {t('unit.open')}
            </Link>
          </p>
          {state.why && <WhyList why={unit.why} pending={unit.pendingChanges} />}
        </>
      )}
    </aside>
  );
}
