import { useState } from 'react';
import { useWords } from '../../../texts/use-words.js';
import { DayField } from '../../../time/day-field.js';
import { SelectField } from '../../../fields/select-field.js';
import { ARCHIVE, RESTORE, REVISE } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { TextField } from '../../../fields/text-field.js';
import { useDeed } from '../use-deed.js';
import { GoalFields, type Goal } from './goal-fields.js';

/** What a scenario is called and about, who may see it, its goals; and putting it away. */
export function About({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { t, label, time } = useWords();
  const [name, setName] = useState(scenario.name);
  const [description, setDescription] = useState(scenario.description ?? '');
  const [at, setAt] = useState(scenario.at);
  const [visibility, setVisibility] = useState(scenario.visibility);
  const [targets, setTargets] = useState<readonly Goal[]>(
    scenario.targets.map(({ goal, least, most }) => ({ goal, least, most })),
  );
  const revise = useDeed(REVISE);
  const archive = useDeed(ARCHIVE);
  const restore = useDeed(RESTORE);
  const { id, version, status } = scenario;
  const input = { scenario: id, expectedVersion: version };
  const refusals = [revise, archive, restore].flatMap(({ data }) => data?.userErrors ?? []);
  return (
    <section>
      <h2>{t('scenarios.part.about')}</h2>
      <p className="small">{t('scenarios.changedAt', { time: time(scenario.changedAt) })}</p>
      {status === 'OPEN' && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            revise.mutate({ ...input, name, description, at, visibility, targets: [...targets] });
          }}
        >
          <TextField label={t('scenarios.name')} value={name} required give={setName} />
          <TextField label={t('scenarios.description')} value={description} lines give={setDescription} />
          <DayField label={t('scenarios.atLabel')} value={at} give={setAt} />
          <SelectField
            label={t('scenarios.visibleTo')}
            value={visibility}
            give={(value) => setVisibility(value as typeof visibility)}
          >
            {(['OWNER', 'ORGANISATION'] as const).map((value) => (
              <option key={value} value={value}>
                {label('visibility', value)}
              </option>
            ))}
          </SelectField>
          <GoalFields goals={targets} give={setTargets} />
          <p className="buttons">
            <button type="submit" className="primary" aria-disabled={revise.isPending}>
              {t('scenarios.save')}
            </button>
            <button type="button" onClick={() => archive.mutate(input)}>
              {t('scenarios.archive')}
            </button>
          </p>
        </form>
      )}
      {status === 'ARCHIVED' && (
        <button type="button" onClick={() => restore.mutate(input)}>
          {t('scenarios.restore')}
        </button>
      )}
      {status === 'ADOPTED' && <p>{t('scenarios.frozen')}</p>}
      <p role="status">{revise.data?.outcome === 'RECORDED' && t('scenarios.saved')}</p>
      <Refusals refusals={refusals} error={revise.error ?? archive.error ?? restore.error} />
    </section>
  );
}
