import type { Axes } from '../../location/axes.js';
import { ChangePicker } from './change-picker.js';
import { emptyDraft, type Amendment } from '../../change-form/draft.js';
import { useChangeSet } from './change-set.js';
import { draftOfRecorded } from './draft-of-recorded.js';
import { useKnownChange } from './known-change.js';
import { Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { RecordForm } from './record-form.js';

interface Props {
  readonly how: Amendment;
  readonly change: string | null;
  readonly axes: Axes;
  choose(change: string | null): void;
}

/** Corrects, reschedules or cancels a change that is recorded; it is found first. */
export function AmendForm({ how, change, axes, choose }: Props) {
  const { t, of, edtf } = useWords();
  const known = useKnownChange(axes, change);
  const changeSet = useChangeSet();
  if (change === null) return <ChangePicker axes={axes} choose={choose} />;
  if (!known.isThere) return <Loading />;
  if (known.change === null) {
    return (
      <p className="notice">
        {t('record.noChange')}{' '}
        <button type="button" onClick={() => choose(null)}>
          {t('record.otherChange')}
        </button>
      </p>
    );
  }
  const { kind, on, sentence } = known.change;
  const draft = draftOfRecorded(kind, on.written, known.payload);
  return (
    <>
      <div className="grounds">
        <p>
          <strong>{of(sentence)}</strong> {edtf(on.written)}
        </p>
        <button type="button" onClick={() => choose(null)}>
          {t('record.otherChange')}
        </button>
      </div>
      <RecordForm
        start={draft ?? emptyDraft('RENAME', on.written, [])}
        axes={axes}
        changeSet={changeSet}
        amends={{ how, change: known.change.id }}
      />
    </>
  );
}
