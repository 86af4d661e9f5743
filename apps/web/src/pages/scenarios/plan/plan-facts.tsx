import { Link } from 'react-router';
import { Icon } from '../../../icons/icon.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { GoalMarks } from '../goal-marks.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { StatusMark } from '../status-mark.js';
import { withOf } from '../alternatives/chosen.js';
import { usePart } from '../use-part.js';

/** What a scenario is about, how far it has come, and how far behind the organisation it is. */
export function PlanFacts({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, day, number, label } = useWords();
  const { axes, search } = useView();
  const { show } = usePart();
  const { status, behind, at, root, owner, visibility, description } = scenario;
  return (
    <>
      {description !== null && <p className="lead">{description}</p>}
      <p className="plan-facts">
        <StatusMark status={status} />
        <span>{t('scenarios.about', { date: day(at) })}</span>
        <span>{root === null ? t('scenarios.whole') : t('scenarios.under', { name: root.name ?? '' })}</span>
        <span>
          {t('scenarios.ownedBy', { owner })}, {label('visibility', visibility)}
        </span>
        <Link
          to={`/org/${axes.slug}/scenarios/compare${withOf(search({ scenario: null, unit: null, open: null }), [scenario.id])}`}
        >
          {t('scenarios.compareThis')}
        </Link>
      </p>
      <GoalMarks targets={scenario.targets} />
      {status === 'OPEN' && behind > 0 && (
        <div className="notice" role="status">
          <Icon sign="warning" /> {t('scenarios.behind', { count: behind, number: number(behind) })}{' '}
          <button type="button" onClick={() => show('rebase')}>
            {t('scenarios.toRebase')}
          </button>
        </div>
      )}
    </>
  );
}
