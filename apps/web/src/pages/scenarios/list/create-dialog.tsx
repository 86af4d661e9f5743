import { useState } from 'react';
import { useNavigate } from 'react-router';
import { today } from '../../../location/days.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { DayField } from '../../../time/day-field.js';
import { SelectField } from '../../../fields/select-field.js';
import { UnitPicker } from '../../../fields/unit-picker.js';
import { CREATE } from '../deeds.js';
import { Modal } from '../modal.js';
import { Refusals } from '../refusals.js';
import type { ScenarioHead } from '../scenario-question.js';
import { TextField } from '../../../fields/text-field.js';
import { useDeed } from '../use-deed.js';

interface Props {
  readonly scenarios: readonly ScenarioHead[];
  close(): void;
}

/** Begins a scenario: from the organisation, whole or under a unit, or from another scenario. */
export function CreateDialog({ scenarios, close }: Props) {
  const { t } = useWords();
  const { axes, search } = useView();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [from, setFrom] = useState('');
  const [at, setAt] = useState(axes.at ?? today());
  const [root, setRoot] = useState<readonly string[]>([]);
  const [isMissing, setMissing] = useState(false);
  const deed = useDeed(CREATE);
  const create = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    const done = await deed.run({
      organisation: axes.slug,
      name: name.trim(),
      at,
      ...(description.trim() === '' ? {} : { description }),
      ...(from === '' ? {} : { from }),
      ...(root[0] === undefined ? {} : { root: root[0] }),
    });
    if (done === null || done.scenario === null) return;
    const there = search({
      scenario: done.scenario.id,
      at: done.scenario.at,
      known: null,
      unit: null,
      open: null,
    });
    void navigate(`/org/${axes.slug}/scenarios${there}`);
  };
  return (
    <Modal title={t('scenarios.create')} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={t('scenarios.name')}
          value={name}
          required
          wrong={isMissing ? [t('scenarios.nameMissing')] : []}
          give={setName}
        />
        <TextField label={t('scenarios.description')} value={description} lines give={setDescription} />
        <SelectField
          label={t('scenarios.from')}
          value={from}
          give={(id) => {
            setFrom(id);
            const at_ = scenarios.find((scenario) => scenario.id === id)?.at;
            if (at_ !== undefined) setAt(at_);
          }}
        >
          <option value="">{t('scenarios.fromOrganisation')}</option>
          {scenarios.map((scenario) => (
            <option key={scenario.id} value={scenario.id}>
              {scenario.name}
            </option>
          ))}
        </SelectField>
        <DayField label={t('scenarios.atLabel')} value={at} help={t('scenarios.atHelp')} give={setAt} />
        {from === '' && (
          <UnitPicker
            axes={{ ...axes, at, scenario: null, knownAt: null }}
            chosen={root}
            choose={setRoot}
            label={t('scenarios.root')}
            help={t('scenarios.rootHelp')}
          />
        )}
        <Refusals refusals={deed.data?.userErrors ?? []} error={deed.error} />
        <p className="buttons">
          <button type="submit" className="primary" aria-disabled={deed.isPending}>
            {t('scenarios.doCreate')}
          </button>
          <button type="button" onClick={close}>
            {t('scenarios.cancel')}
          </button>
        </p>
      </form>
    </Modal>
  );
}
