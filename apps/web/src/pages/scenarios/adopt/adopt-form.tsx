import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../graphql/ask.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { ADOPT } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { TextField } from '../../../fields/text-field.js';
import { useDeed } from '../use-deed.js';
import { usePart } from '../use-part.js';
import { useMatters } from './matters-question.js';
import { SelectField } from './select-field.js';

/** On what a scenario becomes real, tried before it is done. */
export function AdoptForm({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, of, label } = useWords();
  const { axes } = useView();
  const { show } = usePart();
  const matters = useMatters(axes.slug);
  const [matter, setMatter] = useState<string | null>(null);
  const [decision, setDecision] = useState('');
  const [shift, setShift] = useState('');
  const chosen = matter ?? scenario.proposals[0]?.matter?.id ?? '';
  const decisions = matters.find(({ id }) => id === chosen)?.chain ?? [];
  const input = {
    scenario: scenario.id,
    expectedVersion: scenario.version,
    ...(chosen === '' ? {} : { matter: chosen }),
    ...(decision === '' ? {} : { decision }),
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
        <SelectField
          label={t('why.matter')}
          value={chosen}
          give={(id) => {
            setMatter(id);
            setDecision('');
          }}
        >
          <option value="">{t('scenarios.adopt.none')}</option>
          {matters.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {[number, title].filter(Boolean).join(': ')}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('changes.decision')} value={decision} give={setDecision}>
          <option value="">{t('scenarios.adopt.none')}</option>
          {decisions.map(({ id, called, act }) => (
            <option key={id} value={id}>
              {called}: {label('act', act)}
            </option>
          ))}
        </SelectField>
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
              {t(decision === '' ? 'scenarios.adopt.asserted' : 'scenarios.adopt.carried')}
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
