import { Failure, Loading } from '../../../shell/states.js';
import { useWords } from '../../../texts/use-words.js';
import { REBASE } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioHead } from '../scenario-question.js';
import { useDeed } from '../use-deed.js';
import { useRebase } from './rebase-question.js';
import { StepOutcome } from './step-outcome.js';

/** What becomes of each step on the newest base; what is in the way is settled here, and then it is moved. */
export function Rebase({ scenario }: { readonly scenario: ScenarioHead }) {
  const { t, number } = useWords();
  const { id, version, behind } = scenario;
  const { data, error, refetch } = useRebase(id, version, behind);
  const deed = useDeed(REBASE);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const rebased = data?.scenario;
  if (rebased == null) return <Loading />;
  const { steps, from, to } = rebased.rebase;
  const conflicts = steps.filter(({ outcome }) => outcome === 'CONFLICT').length;
  const settled = new Set(rebased.resolutions.map(({ step }) => step));
  return (
    <section>
      <h2>{t('scenarios.part.rebase')}</h2>
      {behind === 0 ? (
        <p>{t('scenarios.rebase.newest')}</p>
      ) : (
        <p>{t('scenarios.rebase.lead', { from: number(from), to: number(to) })}</p>
      )}
      <p role="status">
        {conflicts > 0 && (
          <strong>{t('scenarios.rebase.conflicts', { count: conflicts, number: number(conflicts) })}</strong>
        )}
      </p>
      <ol className="rebased">
        {behind > 0 &&
          steps.map((step) => (
            <StepOutcome key={step.step} step={step} scenario={scenario} isSettled={settled.has(step.step)} />
          ))}
      </ol>
      {behind > 0 && (
        <button
          type="button"
          className="primary"
          aria-disabled={conflicts > 0 || deed.isPending}
          onClick={() => {
            if (conflicts === 0) deed.mutate({ scenario: id, expectedVersion: version, to });
          }}
        >
          {t('scenarios.rebase.do')}
        </button>
      )}
      <Refusals refusals={deed.data?.userErrors ?? []} error={deed.error} />
    </section>
  );
}
