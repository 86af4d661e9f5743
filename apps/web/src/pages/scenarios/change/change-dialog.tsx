import { useDeferredValue, useId, useState } from 'react';
import type { Axes } from '../../../location/axes.js';
import { useWords } from '../../../texts/use-words.js';
import { SIMULATE } from '../deeds.js';
import { Modal } from '../modal.js';
import { TextField } from '../../../fields/text-field.js';
import { useDeed } from '../use-deed.js';
import { ChangeFields } from './change-fields.js';
import { dayMeant } from '../../../fields/day-meant.js';
import { changeOf, DRAFT_KINDS, type Draft, type DraftKind } from './draft.js';
import { DryRun } from './dry-run.js';
import { useDryRun, type SimulateInput } from './use-dry-run.js';
import { useUnitFacts } from '../../../fields/picked-unit-facts.js';
import { wrongIn } from './wrong-fields.js';

interface Props {
  /** What is filled in at the beginning. */
  readonly start: Draft;
  readonly scenario: { readonly id: string; readonly version: number; readonly at: string };
  readonly axes: Axes;
  readonly hierarchy: string;
  readonly types: readonly string[];
  close(): void;
  /** It has been taken. */
  taken(): void;
}

/** Plans one change: filled in, tried, told in sentences, and taken. */
export function ChangeDialog({ start, scenario, axes, hierarchy, types, close, taken }: Props) {
  const { t, label, of } = useWords();
  const id = useId();
  const [draft, setDraft] = useState(start);
  const [confirmed, setConfirmed] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const day = dayMeant(draft.on);
  const there: Axes = { ...axes, at: day ?? scenario.at, knownAt: null, scenario: scenario.id };
  const facts = useUnitFacts(there, draft.units[0] ?? null);
  const acted = draft.units.length === 0 ? null : (facts.data?.organisation?.unit ?? null);
  const change = useDeferredValue(day === null ? null : changeOf(draft, hierarchy, acted));
  const input: SimulateInput | null =
    change === null
      ? null
      : {
          scenario: scenario.id,
          expectedVersion: scenario.version,
          steps: [{ changes: [change] }],
          ...(confirmed ? { confirm: ['NAME_NOT_UNIQUE', 'NOTHING_CHANGES'] } : {}),
        };
  const tried = useDryRun(input);
  const deed = useDeed(SIMULATE);
  const result = input === null ? null : (tried.data ?? null);
  const refusals = result?.userErrors ?? [];
  const { wrong, isShown } = wrongIn(refusals, draft.kind, of);
  const asks = refusals.some(({ code }) => code === 'NAME_NOT_UNIQUE' || code === 'NOTHING_CHANGES');
  const take = async () => {
    if (input === null || result?.outcome !== 'VALID' || tried.isPlaceholderData) return;
    if ((await deed.run(input)) !== null) taken();
  };
  return (
    <Modal title={t('scenarios.change')} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t('scenarios.kind')}</label>
          <select
            id={id}
            value={draft.kind}
            onChange={({ target }) => set({ kind: target.value as DraftKind, to: null })}
          >
            {DRAFT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`scenarios.do.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <TextField
          label={t('scenarios.on')}
          value={draft.on}
          help={t('scenarios.onHelp')}
          required
          wrong={day === null ? [t('scenarios.badDate')] : wrong('on')}
          give={(on) => set({ on })}
        />
        {draft.kind === 'TRANSFER' && hierarchy !== 'line' && (
          <p className="small">{t('scenarios.inHierarchy', { hierarchy: label('hierarchy', hierarchy) })}</p>
        )}
        <ChangeFields draft={draft} axes={there} acted={acted} types={types} set={set} wrong={wrong} />
        {(asks || confirmed) && (
          <label className="check">
            <input
              type="checkbox"
              checked={confirmed}
              onChange={({ target }) => setConfirmed(target.checked)}
            />{' '}
            {t('scenarios.confirm')}
          </label>
        )}
        <DryRun result={result} error={tried.error ?? deed.error} isShown={isShown} />
        <p className="buttons">
          <button
            type="submit"
            className="primary"
            aria-disabled={result?.outcome !== 'VALID' || deed.isPending}
          >
            {t('scenarios.take')}
          </button>
          <button type="button" onClick={close}>
            {t('scenarios.cancel')}
          </button>
        </p>
      </form>
    </Modal>
  );
}
