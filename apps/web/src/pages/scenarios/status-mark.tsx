import { Icon, type Sign } from '../../icons/icon.js';
import { useWords } from '../../texts/use-words.js';
import type { ScenarioHead } from './scenario-question.js';

const SIGNS: Readonly<Record<ScenarioHead['status'], Sign>> = {
  OPEN: 'pencil',
  ADOPTED: 'check',
  ARCHIVED: 'minus',
};

/** What may be done with a scenario: a sign and a word. */
export function StatusMark({ status }: { readonly status: ScenarioHead['status'] }) {
  const { label } = useWords();
  return (
    <span className="mark" data-scenario={status}>
      <Icon sign={SIGNS[status]} /> {label('scenarioStatus', status)}
    </span>
  );
}
