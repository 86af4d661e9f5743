import { useWords } from '../../../texts/use-words.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { Adopted } from './adopted.js';
import { AdoptForm } from './adopt-form.js';
import { Proposals } from './proposals.js';

/** How a scenario is laid before a matter, and how it becomes real. */
export function Adopt({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t } = useWords();
  return (
    <section>
      <h2>{t('scenarios.part.adopt')}</h2>
      <Proposals scenario={scenario} />
      {scenario.adoption !== null && <Adopted adoption={scenario.adoption} />}
      {scenario.status === 'OPEN' && <AdoptForm scenario={scenario} />}
    </section>
  );
}
