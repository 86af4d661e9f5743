import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../graphql/ask.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { ADOPT } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { DecisionField } from '../../../fields/decision-field.js';
import { MatterPicker } from '../../../fields/matter-picker.js';
import { TextField } from '../../../fields/text-field.js';
import { useDeed } from '../use-deed.js';
import { usePart } from '../use-part.js';

/** On what a scenario becomes real, tried before it is done. */
export function AdoptForm({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, of } = useWords();
  const { axes } = useView();
  const { show } = usePart();
  // Undefined: the one that it is proposed in.
  const [matter, setMatter] = useState<string | null | undefined>(undefined);
  const [decision, setDecision] = useState<string | null>(null);
  const [shift, setShift] = useState('');
  const chosen = matter === undefined ? (scenario.proposals[0]?.matter?.id ?? null) : matter;
  const input = {
    scenario: scenario.id,
    expectedVersion: scenario.version,
    ...(chosen === null ? {} : { matter: chosen }),
    ...(decision === null ? {} : { decision }),
    ...(shift.trim() === '' ? {} : { shift: shift.trim() }),
  };
  const tried = useQuery({
    queryKey: ['adopt-dry-run', input],
    queryFn: async ({ signal }) =>
      (await ask(ADOPT, { input: { ...input, validateOnly: true } }, signal)).done,
    gcTime: 0,
  });
  const deed = useDeed(ADOPT);
  const result = deed.data?.outcome === 'REFUSED' ? deed.data : tried.data;
  const refusals = result?.userErrors ?? [];
  const hasMoved = refusals.some(({ code }) => code === 'BASE_MOVED');
  const shiftWrong = refusals.filter(
    ({ code }) => code.startsWith('INVALID_SHIFT') || code.startsWith('SHIFT_'),
  );
  const isValid = tried.data?.outcome === 'VALID' && !tried.isFetching;
  return (
    <section>
      <h3>{t('scenarios.adopt.title')}</h3>
      <p className="small">{t('scenarios.adopt.lead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isValid) deed.mutate(input);
        }}
      >
        <MatterPicker
          slug={axes.slug}
          matter={chosen}
          choose={(id) => {
            setMatter(id);
            setDecision(null);
          }}
        />
        <DecisionField slug={axes.slug} matter={chosen} decision={decision} choose={setDecision} />
        <TextField
          label={t('scenarios.adopt.shift')}
          value={shift}
          help={t('scenarios.adopt.shiftHelp')}
          wrong={shiftWrong.map(({ messages }) => of(messages))}
          give={setShift}
        />
        <section className="dry-run" aria-live="polite">
          <h4>{t('record.trial')}</h4>
          {result?.outcome === 'VALID' && (
            <ul>
              {result.changes.map(({ id, sentence }) => (
                <li key={id}>{sentence === null ? t('scenarios.noEffect') : of(sentence)}</li>
              ))}
            </ul>
          )}
          {result?.outcome === 'VALID' && (
            <p className="small">
              {t(decision === null ? 'scenarios.adopt.asserted' : 'scenarios.adopt.carried')}
            </p>
          )}
          <Refusals
            refusals={refusals.filter((refusal) => !shiftWrong.includes(refusal))}
            error={tried.error ?? deed.error}
          />
          {hasMoved && (
            <button type="button" onClick={() => show('rebase')}>
              {t('scenarios.toRebase')}
            </button>
          )}
        </section>
        <button type="submit" className="primary" aria-disabled={!isValid || deed.isPending}>
          {t('scenarios.adopt.do')}
        </button>
      </form>
    </section>
  );
}
