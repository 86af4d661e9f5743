import { useWords } from '../../../texts/use-words.js';
import type { Target } from '../scenario-question.js';

export type Goal = Pick<Target, 'goal' | 'least' | 'most'>;

const GOALS = ['COST_NEUTRAL', 'STAFF_NEUTRAL', 'MAX_LAYERS', 'SPAN', 'NO_SINGLE_CHILD_CHAINS'] as const;

/** With what limits a goal begins. */
const LIMITS: Readonly<Record<(typeof GOALS)[number], Omit<Goal, 'goal'>>> = {
  COST_NEUTRAL: { least: null, most: null },
  STAFF_NEUTRAL: { least: null, most: null },
  MAX_LAYERS: { least: null, most: 5 },
  SPAN: { least: 2, most: 10 },
  NO_SINGLE_CHILD_CHAINS: { least: null, most: null },
};

interface Props {
  readonly goals: readonly Goal[];
  give(goals: readonly Goal[]): void;
}

/** What a scenario is meant to reach: each goal once, with its limits. */
export function GoalFields({ goals, give }: Props) {
  const { t, label } = useWords();
  const limit = (name: 'least' | 'most', goal: Goal) =>
    goal[name] !== null && (
      <label className="field">
        {t(`scenarios.limit.${name}`)}
        <input
          type="number"
          min={1}
          value={goal[name]}
          onChange={({ target }) =>
            give(
              goals.map((each) =>
                each.goal === goal.goal ? { ...each, [name]: Math.max(1, Number(target.value)) } : each,
              ),
            )
          }
        />
      </label>
    );
  return (
    <fieldset className="choices">
      <legend>{t('scenarios.goals')}</legend>
      {GOALS.map((name) => {
        const chosen = goals.find(({ goal }) => goal === name);
        return (
          <div key={name} className="goal">
            <label>
              <input
                type="checkbox"
                checked={chosen !== undefined}
                onChange={({ target }) =>
                  give(
                    target.checked
                      ? [...goals, { goal: name, ...LIMITS[name] }]
                      : goals.filter(({ goal }) => goal !== name),
                  )
                }
              />{' '}
              {label('goal', name)}
            </label>
            {chosen !== undefined && limit('least', chosen)}
            {chosen !== undefined && limit('most', chosen)}
          </div>
        );
      })}
    </fieldset>
  );
}
