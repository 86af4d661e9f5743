import { useState } from 'react';
import { contentOf } from '../../../change-form/content.js';
import { emptyDraft, type Draft } from '../../../change-form/draft.js';
import { fieldPaths } from '../../../change-form/field-paths.js';
import { KindChoice } from '../../../change-form/kind-choice.js';
import { KindFields } from '../../../change-form/kind-fields.js';
import { OnField } from '../../../change-form/on-field.js';
import { Trial, type Confirmed } from '../../../change-form/trial.js';
import { useTrial } from '../../../change-form/use-trial.js';
import { wrongIn } from '../../../change-form/wrong-fields.js';
import { dayMeant } from '../../../fields/day-meant.js';
import { ask } from '../../../graphql/ask.js';
import type { graphql } from '../../../graphql/graphql.js';
import type { Axes } from '../../../location/axes.js';
import { useWords } from '../../../texts/use-words.js';
import { useActedOn } from '../../../units/acted-on.js';
import { SIMULATE } from '../deeds.js';
import { Modal } from '../modal.js';
import { useDeed } from '../use-deed.js';

interface Props {
  /** What is filled in at the beginning. */
  readonly start: Draft;
  readonly scenario: { readonly id: string; readonly version: number; readonly at: string };
  readonly axes: Axes;
  readonly types: readonly string[];
  close(): void;
  /** It has been taken. */
  taken(): void;
}

type SimulateInput = ReturnType<typeof graphql.scalar<'SimulateInput'>>;

const trySimulating = async (input: SimulateInput, signal: AbortSignal) =>
  (await ask(SIMULATE, { input: { ...input, validateOnly: true } }, signal)).done;

/** Plans one change: filled in, tried, told in sentences, and taken. */
export function ChangeDialog({ start, scenario, axes, types, close, taken }: Props) {
  const { t, of, edtf } = useWords();
  const [draft, setDraft] = useState(start);
  const [confirmed, setConfirmed] = useState<readonly Confirmed[]>([]);
  const deed = useDeed(SIMULATE);
  const set = (part: Partial<Draft>) => {
    deed.reset();
    setDraft((now) => ({ ...now, ...part }));
  };
  const there: Axes = {
    ...axes,
    at: dayMeant(draft.on) ?? scenario.at,
    knownAt: null,
    scenario: scenario.id,
  };
  const { acted } = useActedOn(there, draft.units[0] ?? null);
  const content = contentOf(draft, acted);
  const input: SimulateInput | null =
    content === null
      ? null
      : {
          scenario: scenario.id,
          expectedVersion: scenario.version,
          steps: [{ changes: [content] }],
          confirm: confirmed.map(({ code }) => code),
        };
  const trial = useTrial(input, trySimulating);
  const tried = input === null ? undefined : trial.data;
  const result = deed.data?.outcome === 'REFUSED' ? deed.data : tried;
  const wrong = wrongIn(result?.userErrors ?? [], ['on', ...fieldPaths(draft)], of);
  const isReady = input !== null && trial.isCurrent && tried?.outcome === 'VALID' && !deed.isPending;
  const take = async () => {
    if (isReady && (await deed.run(input)) !== null) taken();
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
        <KindChoice
          label={t('scenarios.kind')}
          kind={draft.kind}
          choose={(kind) => setDraft({ ...emptyDraft(kind, draft.on, draft.units), name: draft.name })}
        />
        <OnField
          on={draft.on}
          isOpen={draft.kind === 'ANTICIPATE'}
          wrong={wrong}
          give={(on) => set({ on })}
        />
        <KindFields draft={draft} axes={there} acted={acted} types={types} wrong={wrong} set={set} />
        <Trial
          result={
            result && {
              ...result,
              changes: result.changes.map((change) => ({
                ...change,
                note: change.on === null ? '' : edtf(change.on),
              })),
            }
          }
          isWaiting={input !== null && !trial.isCurrent}
          error={trial.error ?? deed.error}
          wrong={wrong}
          confirmed={confirmed}
          confirm={setConfirmed}
        />
        <p className="buttons">
          <button type="submit" className="primary" aria-disabled={!isReady}>
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
