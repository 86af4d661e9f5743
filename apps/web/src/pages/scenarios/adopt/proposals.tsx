import { useState } from 'react';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { PROPOSE, WITHDRAW } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { useDeed } from '../use-deed.js';
import { useMatters } from './matters-question.js';
import { SelectField } from './select-field.js';

/** The matters that a scenario is laid before as an alternative, and others that it may be. */
export function Proposals({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, time, number } = useWords();
  const { axes } = useView();
  const matters = useMatters(axes.slug);
  const [matter, setMatter] = useState('');
  const propose = useDeed(PROPOSE);
  const withdraw = useDeed(WITHDRAW);
  const { id, version, proposals, status } = scenario;
  const input = (of: string) => ({ scenario: id, expectedVersion: version, matter: of });
  const proposed = new Set(proposals.map((proposal) => proposal.matter?.id));
  const others = matters.filter((each) => !proposed.has(each.id));
  const chosen = matter === '' ? (others[0]?.id ?? '') : matter;
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
      {status === 'OPEN' && others.length > 0 && (
        <div className="time-row">
          <SelectField label={t('why.matter')} value={chosen} give={setMatter}>
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {[each.number, each.title].filter(Boolean).join(': ')}
              </option>
            ))}
          </SelectField>
          <button type="button" disabled={propose.isPending} onClick={() => propose.mutate(input(chosen))}>
            {t('scenarios.adopt.doPropose')}
          </button>
        </div>
      )}
      <Refusals
        refusals={[...(propose.data?.userErrors ?? []), ...(withdraw.data?.userErrors ?? [])]}
        error={propose.error ?? withdraw.error}
      />
    </section>
  );
}
