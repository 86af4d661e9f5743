import { Link } from 'react-router';
import { Icon } from '../../../icons/icon.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { GoalMarks } from '../goal-marks.js';
import { useGoals, type ScenarioHead } from '../scenario-question.js';
import { StatusMark } from '../status-mark.js';

interface Props {
  readonly scenario: ScenarioHead;
  readonly isChosen: boolean;
  choose(isChosen: boolean): void;
}

/** One scenario of the list. */
export function ScenarioCard({ scenario, isChosen, choose }: Props) {
  const { t, day, number, label } = useWords();
  const { axes, search } = useView();
  const goals = useGoals(scenario.id, scenario.version);
  const { id, name, at, owner, status, behind, root, visibility, description } = scenario;
  return (
    <li className="scenario-card">
      <h2>
        <Link
          to={`/org/${axes.slug}/scenarios${search({ scenario: id, at, known: null, unit: null, open: null })}`}
        >
          {name}
        </Link>
      </h2>
      <p>
        <StatusMark status={status} />{' '}
        {status === 'OPEN' && behind > 0 && (
          <span className="mark pending">
            <Icon sign="warning" /> {t('scenarios.behindShort', { count: behind, number: number(behind) })}
          </span>
        )}
      </p>
      {description !== null && <p>{description}</p>}
      <p className="small">
        {t('scenarios.about', { date: day(at) })},{' '}
        {root === null ? t('scenarios.whole') : t('scenarios.under', { name: root.name ?? '' })},{' '}
        {t('scenarios.ownedBy', { owner })}, {label('visibility', visibility)}
      </p>
      <GoalMarks targets={goals.data?.scenario?.targets ?? []} />
      <label className="check">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={t('scenarios.chooseToCompare', { name })}
          onChange={({ target }) => choose(target.checked)}
        />{' '}
        {t('scenarios.toCompare')}
      </label>
    </li>
  );
}
