import { useRef, useState } from 'react';
import type { Axes } from '../../location/axes.js';
import { isDay, today } from '../../location/days.js';
import { contentOf } from '../../record/content.js';
import type { Amendment, Draft } from '../../record/draft.js';
import { amendmentOf, NO_GROUNDS, withGrounds } from '../../record/grounds.js';
import { GroundsFields } from '../../record/grounds-fields.js';
import { FIELDS, KindFields } from '../../record/kind-fields.js';
import type { Warning } from '../../record/record-question.js';
import { Trial } from '../../record/trial.js';
import { useTypes } from '../../record/use-children.js';
import { newKey, useRecording, useTrial, type Request } from '../../record/use-trial.js';
import { wrongIn } from '../../record/wrong-fields.js';
import { useWords } from '../../texts/use-words.js';
import { dayMeant } from '../../fields/day-meant.js';
import { TextField } from '../../fields/text-field.js';
import { RecordedNow } from './recorded-now.js';

interface Props {
  readonly start: Draft;
  readonly axes: Axes;
  readonly amends?: { readonly how: Amendment; readonly change: string };
  /** Keeps the day in the address. */
  keep?(day: string): void;
}

/** The form itself: what, from when, why, what would happen, and the key that records it. */
export function RecordForm({ start, axes, amends, keep }: Props) {
  const { t, of } = useWords();
  const [draft, setDraft] = useState(start);
  const [grounds, setGrounds] = useState(NO_GROUNDS);
  const [confirmed, setConfirmed] = useState<readonly Warning[]>([]);
  const [key, setKey] = useState(newKey);
  const recording = useRecording();
  const told = useRef<HTMLDivElement>(null);
  const there = { ...axes, at: dayOfUnits(draft.on, amends !== undefined) };
  const { types } = useTypes(there);
  const content = contentOf(draft);
  const change =
    amends === undefined
      ? content && withGrounds(content, grounds)
      : amendmentOf(amends.how, amends.change, draft.on, content, grounds);
  const request: Request | null =
    change === null ? null : { organisation: axes.slug, change, confirm: confirmed };
  const trial = useTrial(request);
  const done = recording.data;
  const isDone = done?.outcome === 'RECORDED' || done?.outcome === 'REPEATED';
  const result = done !== undefined && !isDone ? done : trial.data;
  const hasContent = amends === undefined || amends.how === 'CORRECT';
  const shown = ['on', 'reason', 'basis', 'source', ...(hasContent ? FIELDS[draft.kind] : [])];
  const wrong = wrongIn(result?.userErrors ?? [], shown, of);
  const isReady =
    request !== null && trial.isCurrent && trial.data?.outcome === 'VALID' && !recording.isPending;
  const edited = () => {
    if (done !== undefined) recording.reset();
    setKey(newKey());
  };
  const record = async () => {
    if (!isReady) return;
    const { outcome } = await recording.mutateAsync({ ...request, key });
    if (outcome === 'RECORDED' || outcome === 'REPEATED') requestAnimationFrame(() => told.current?.focus());
  };
  if (isDone) {
    return (
      <div ref={told} tabIndex={-1}>
        <RecordedNow
          slug={axes.slug}
          recorded={done}
          day={dayMeant(draft.on)}
          again={() => {
            recording.reset();
            setKey(newKey());
            setDraft({ ...start, on: draft.on });
            setConfirmed([]);
          }}
        />
      </div>
    );
  }
  return (
    <form
      className="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
      onChange={edited}
    >
      <div className="record-fields">
        {(amends === undefined || amends.how !== 'CANCEL') && (
          <TextField
            label={t('record.on')}
            value={draft.on}
            required={draft.kind !== 'ANTICIPATE'}
            help={t('record.onHelp')}
            wrong={
              draft.on.trim() !== '' && dayMeant(draft.on) === null && draft.kind !== 'ANTICIPATE'
                ? [t('record.badDate')]
                : wrong.at('on')
            }
            give={(on) => {
              setDraft((now) => ({ ...now, on }));
              keep?.(on);
            }}
          />
        )}
        {hasContent && (
          <KindFields
            draft={draft}
            axes={there}
            types={types}
            wrong={wrong}
            set={(part) => {
              edited();
              setDraft((now) => ({ ...now, ...part }));
            }}
          />
        )}
        <GroundsFields
          axes={axes}
          grounds={grounds}
          isReasonNeeded={amends !== undefined}
          wrong={wrong}
          set={(part) => setGrounds((now) => ({ ...now, ...part }))}
        />
      </div>
      <div className="record-side">
        <Trial
          result={request === null ? undefined : result}
          isWaiting={request !== null && !trial.isCurrent}
          error={recording.error ?? trial.error}
          wrong={wrong}
          confirmed={confirmed}
          confirm={setConfirmed}
        />
        <button type="submit" className="primary" aria-disabled={!isReady}>
          {t(recording.isPending ? 'record.recording' : 'record.record')}
        </button>
        <p className="small">{t('record.forEver')}</p>
      </div>
    </form>
  );
}

/** The day on which units are looked up: that of the change; of one that is recorded already, the day before it. */
function dayOfUnits(on: string, isRecorded: boolean): string {
  const day = dayMeant(on) ?? today();
  if (!isRecorded) return day;
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return isDay(before) ? before : day;
}
