import { useState } from 'react';
import { MatterPicker } from '../../../fields/matter-picker.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { PROPOSE, WITHDRAW } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { useDeed } from '../use-deed.js';

/** The matters that a scenario is laid before as an alternative, and others that it may be. */
export function Proposals({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, time, number } = useWords();
  const { axes } = useView();
  const [matter, setMatter] = useState<string | null>(null);
  const propose = useDeed(PROPOSE);
  const withdraw = useDeed(WITHDRAW);
  const { id, version, proposals, status } = scenario;
  const input = (of: string) => ({ scenario: id, expectedVersion: version, matter: of });
  return (
    <section>
      <h3>{t('scenarios.adopt.propose')}</h3>
      {proposals.length === 0 && <p>{t('scenarios.adopt.notProposed')}</p>}
      <ul>
        {proposals.map(({ matter: in_, proposedAt, version: then, changedSince }) => (
          <li key={in_?.id ?? proposedAt}>
            {[in_?.number, in_?.title].filter(Boolean).join(': ')}{' '}
            <span className="small">
              {t('scenarios.adopt.proposedAt', { time: time(proposedAt), version: number(then) })}
              {changedSince && `, ${t('scenarios.adopt.changedSince')}`}
            </span>{' '}
            {in_ !== null && status === 'OPEN' && (
              <button type="button" className="link" onClick={() => withdraw.mutate(input(in_.id))}>
                {t('scenarios.adopt.withdraw')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {status === 'OPEN' && (
        <>
          <MatterPicker slug={axes.slug} matter={matter} choose={setMatter} />
          <p className="buttons">
            <button
              type="button"
              aria-disabled={matter === null || propose.isPending}
              onClick={() => {
                if (matter !== null) propose.mutate(input(matter), { onSuccess: () => setMatter(null) });
              }}
            >
              {t('scenarios.adopt.doPropose')}
            </button>
          </p>
        </>
      )}
      <Refusals
        refusals={[...(propose.data?.userErrors ?? []), ...(withdraw.data?.userErrors ?? [])]}
        error={propose.error ?? withdraw.error}
      />
    </section>
  );
}
