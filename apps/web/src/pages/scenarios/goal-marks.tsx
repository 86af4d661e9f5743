import { Icon, type Sign } from '../../icons/icon.js';
import { useWords, type Words } from '../../texts/use-words.js';
import type { Target } from './scenario-question.js';

const SIGNS: Readonly<Record<Target['result'], Sign>> = {
  MET: 'check',
  NOT_MET: 'cross',
  UNKNOWN: 'question',
};

/** A goal in words, with its limits. */
export function goalInWords(
  { goal, least, most }: Pick<Target, 'goal' | 'least' | 'most'>,
  { t, label }: Words,
): string {
  const limits =
    least !== null && most !== null
      ? t('scenarios.leastMost', { least, most })
      : most !== null
        ? t('scenarios.most', { most })
        : least !== null
          ? t('scenarios.least', { least })
          : '';
  return [label('goal', goal), limits].filter(Boolean).join(' ');
}

/** What a scenario is meant to reach, and whether it does. */
export function GoalMarks({ targets }: { readonly targets: readonly Target[] }) {
  const words = useWords();
  if (targets.length === 0) return null;
  return (
    <ul className="goals" aria-label={words.t('scenarios.goals')}>
      {targets.map((target) => (
        <li key={`${target.goal} ${target.least} ${target.most}`}>
          <span className="mark" data-result={target.result}>
            <Icon sign={SIGNS[target.result]} /> {words.label('targetResult', target.result)}
          </span>{' '}
          {goalInWords(target, words)} <span className="small">{words.of(target.message)}</span>
        </li>
      ))}
    </ul>
  );
}
