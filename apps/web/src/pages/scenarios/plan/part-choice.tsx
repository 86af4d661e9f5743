import { useWords } from '../../../texts/use-words.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { PARTS, usePart } from '../use-part.js';

/** Which part is shown beside the tree. */
export function PartChoice({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t } = useWords();
  const { part, show } = usePart();
  const parts = PARTS.filter((name) => name !== 'rebase' || scenario.status === 'OPEN');
  return (
    <div role="group" aria-label={t('scenarios.parts')} className="segmented parts">
      {parts.map((name) => (
        <button key={name} type="button" aria-pressed={part === name} onClick={() => show(name)}>
          {t(`scenarios.part.${name}`)}
        </button>
      ))}
    </div>
  );
}
