import { useRef, useState } from 'react';
import { contentOf } from '../../change-form/content.js';
import { emptyDraft, type Amendment, type Draft } from '../../change-form/draft.js';
import { fieldPaths } from '../../change-form/field-paths.js';
import { KindChoice } from '../../change-form/kind-choice.js';
import { KindFields } from '../../change-form/kind-fields.js';
import { OnField } from '../../change-form/on-field.js';
import { Trial, type Confirmed } from '../../change-form/trial.js';
import { useTrial } from '../../change-form/use-trial.js';
import { useTypes } from '../../change-form/use-types.js';
import { wrongIn } from '../../change-form/wrong-fields.js';
import { dayMeant } from '../../fields/day-meant.js';
import { NewUnits } from '../../fields/new-units.js';
import { isDone } from '../../graphql/is-done.js';
import type { Axes } from '../../location/axes.js';
import { dayBefore, today } from '../../location/days.js';
import { useWords } from '../../texts/use-words.js';
import { useAskBeforeLeaving } from '../../shell/use-ask-before-leaving.js';
import { useActedOn } from '../../units/acted-on.js';
import { ChangeSetList } from './change-set-list.js';
import { preparedOf, type ChangeSet } from './change-set.js';
import { amendmentOf, withGrounds } from './grounds.js';
import { GroundsFields } from './grounds-fields.js';
import type { Recorded } from './record-question.js';
import { RecordedNow } from './recorded-now.js';
import { newKey, toldOf, tryRecording, useRecording, type Request } from './use-recording.js';

interface Props {
  readonly start: Draft;
  readonly axes: Axes;
  readonly changeSet: ChangeSet;
  readonly amends?: { readonly how: Amendment; readonly change: string };
  /** Keeps the day in the address. */
  keep?(day: string): void;
}

/** The form itself: what, from when, why, what would happen, and the key that records it with what is prepared. */
export function RecordForm({ start, axes, changeSet, amends, keep }: Props) {
  const { t, of, label } = useWords();
  const { prepared, setPrepared, grounds, setGrounds } = changeSet;
  const [draft, setDraft] = useState(start);
  const [isTouched, setTouched] = useState(false);
  const [confirmed, setConfirmed] = useState<readonly Confirmed[]>([]);
  const [key, setKey] = useState(newKey);
  const recording = useRecording();
  const told = useRef<HTMLDivElement>(null);
  useAskBeforeLeaving(prepared.length > 0, t('record.leaving'));
  const there = { ...axes, at: dayOfUnits(draft.on, amends !== undefined) };
  const types = useTypes(there);
  const { acted } = useActedOn(there, draft.units[0] ?? null);
  const content = contentOf(draft, acted);
  const change =
    amends === undefined
      ? content && withGrounds(content, grounds)
      : amendmentOf(amends.how, amends.change, draft.on, content, grounds);
  const changes = [...prepared.map((each) => each.change), ...(change === null ? [] : [change])];
  const isWhole = changes.length > 0 && (change !== null || !isTouched);
  const request: Request | null = isWhole
    ? { organisation: axes.slug, changes, confirm: confirmed.map(({ code }) => code) }
    : null;
  const trial = useTrial(request, tryRecording);
  const done = recording.data;
  const isRecorded = done !== undefined && isDone(done);
  const result = done !== undefined && !isRecorded ? done : trial.data;
  const hasContent = amends === undefined || amends.how === 'CORRECT';
  const shown = ['on', 'reason', 'basis', 'source', ...(hasContent ? fieldPaths(draft) : [])];
  const wrong = wrongIn(request === null ? [] : (result?.userErrors ?? []), shown, of, prepared.length);
  const isReady =
    request !== null && trial.isCurrent && trial.data?.outcome === 'VALID' && !recording.isPending;
  const edited = () => {
    if (done !== undefined) recording.reset();
    setKey(newKey());
  };
  const set = (part: Partial<Draft>) => {
    edited();
    setTouched(true);
    setDraft((now) => ({ ...now, ...part }));
  };
  const beginAgain = () => {
    recording.reset();
    setKey(newKey());
    setDraft(emptyDraft(start.kind, draft.on, []));
    setTouched(false);
  };
  const prepare = () => {
    if (!isReady || change === null) return;
    setPrepared([...prepared, preparedOf(change, draft, trial.data?.changes.at(-1)?.sentence ?? null)]);
    beginAgain();
  };
  const record = () => {
    if (!isReady) return;
    const onSuccess = (recorded: Recorded) => {
      if (!isDone(recorded)) return;
      setPrepared([]);
      setConfirmed([]);
      requestAnimationFrame(() => told.current?.focus());
    };
    recording.mutate({ ...request, key }, { onSuccess });
  };
  if (isRecorded) {
    return (
      <div ref={told} tabIndex={-1}>
        <RecordedNow slug={axes.slug} recorded={done} day={dayMeant(draft.on)} again={beginAgain} />
      </div>
    );
  }
  return (
    <form
      className="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <div className="record-fields">
        {amends?.how === 'CORRECT' && (
          <KindChoice
            label={t('record.correctKind')}
            kind={draft.kind}
            choose={(kind) =>
              set({ ...(kind === start.kind ? start : emptyDraft(kind, '', draft.units)), on: draft.on })
            }
          />
        )}
        {(amends === undefined || amends.how !== 'CANCEL') && (
          <OnField
            on={draft.on}
            isOpen={draft.kind === 'ANTICIPATE'}
            wrong={wrong}
            give={(on) => {
              set({ on });
              keep?.(on);
            }}
          />
        )}
        {hasContent && (
          <NewUnits value={prepared.flatMap(({ begins }) => begins)}>
            <KindFields draft={draft} axes={there} acted={acted} types={types} wrong={wrong} set={set} />
          </NewUnits>
        )}
        <GroundsFields
          slug={axes.slug}
          grounds={grounds}
          isReasonNeeded={amends !== undefined}
          wrong={wrong}
          set={(part) => {
            edited();
            setGrounds((now) => ({ ...now, ...part }));
          }}
        />
      </div>
      <div className="record-side">
        <ChangeSetList
          prepared={prepared}
          remove={(place) => {
            edited();
            setPrepared(prepared.filter((_, at) => at !== place));
          }}
        />
        <Trial
          result={
            request === null || result === undefined
              ? undefined
              : toldOf(result, (each) => label('recording', each))
          }
          isWaiting={request !== null && !trial.isCurrent}
          error={recording.error ?? trial.error}
          wrong={wrong}
          isSet={prepared.length > 0}
          confirmed={confirmed}
          confirm={(warnings) => {
            edited();
            setConfirmed(warnings);
          }}
        />
        <p className="buttons">
          <button type="submit" className="primary" aria-disabled={!isReady}>
            {t(recording.isPending ? 'record.recording' : 'record.record')}
          </button>
          {amends === undefined && (
            <button type="button" aria-disabled={!isReady || change === null} onClick={prepare}>
              {t('record.another')}
            </button>
          )}
        </p>
        <p className="small">{t('record.forEver')}</p>
      </div>
    </form>
  );
}

/** The day on which units are looked up: that of the change; of one that is recorded already, the day before it. */
function dayOfUnits(on: string, isRecorded: boolean): string {
  const day = dayMeant(on) ?? today();
  return isRecorded ? dayBefore(day) : day;
}
