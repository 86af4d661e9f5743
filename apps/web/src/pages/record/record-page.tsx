import { useSearchParams } from 'react-router';
import { useView } from '../../location/use-view.js';
import { withValues } from '../../location/with-values.js';
import { isDay, today } from '../../location/days.js';
import {
  AMENDMENTS,
  CHANGE_KINDS,
  emptyDraft,
  type Amendment,
  type ChangeKind,
} from '../../change-form/draft.js';
import { KindOptions } from '../../change-form/kind-choice.js';
import { usePageTitle } from '../../shell/page-title.js';
import { useWords } from '../../texts/use-words.js';
import { AmendForm } from './amend-form.js';
import { useChangeSet } from './change-set.js';
import { RecordForm } from './record-form.js';

const among = <Value extends string>(values: readonly Value[], value: string | null) =>
  values.find((each) => each === value);

/** Records a change: filled in, tried, told in sentences, recorded. What is done, on which day and with which unit stands in the address. */
export function RecordPage() {
  const { t } = useWords();
  const { axes, state } = useView();
  const changeSet = useChangeSet();
  const [parameters, setParameters] = useSearchParams();
  usePageTitle(t('record.title'), axes.slug);
  const asked = parameters.get('do');
  const amendment = among<Amendment>(AMENDMENTS, asked);
  const kind = among<ChangeKind>(CHANGE_KINDS, asked) ?? 'RENAME';
  const change = parameters.get('change');
  const on = parameters.get('on') ?? state.at ?? today();
  const set = (part: Readonly<Record<string, string | null>>) =>
    setParameters((now) => withValues(now, part), { replace: true, preventScrollReset: true });
  const now = { ...axes, at: null, knownAt: null, scenario: null };
  return (
    <div className="page record">
      <h1>{t('record.title')}</h1>
      <p className="lead">{t('record.lead')}</p>
      <label className="field kind-of-change">
        {t('record.kind')}
        <select value={amendment ?? kind} onChange={({ target }) => set({ do: target.value, change: null })}>
          <optgroup label={t('record.changes')}>
            <KindOptions />
          </optgroup>
          <optgroup label={t('record.amendments')}>
            {AMENDMENTS.map((each) => (
              <option key={each} value={each}>
                {t(`record.amend.${each}`)}
              </option>
            ))}
          </optgroup>
        </select>
        <span className="small">
          {amendment === undefined ? t(`record.help.${kind}`) : t(`record.amendHelp.${amendment}`)}
        </span>
      </label>
      {amendment === undefined ? (
        <RecordForm
          key={kind}
          changeSet={changeSet}
          start={emptyDraft(kind, on, state.unit === null ? [] : [state.unit])}
          axes={now}
          keep={(day) => set({ on: isDay(day) ? day : null })}
        />
      ) : (
        <AmendForm
          key={`${amendment} ${change}`}
          how={amendment}
          change={change}
          axes={now}
          choose={(id) => set({ change: id })}
        />
      )}
    </div>
  );
}
