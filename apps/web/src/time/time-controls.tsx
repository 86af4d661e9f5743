import { useCallback } from 'react';
import { isKnownAt, plusMonths, today } from '../location/days.js';
import { useView } from '../location/use-view.js';
import { readViewState, STANDINGS, type StandingChoice } from '../location/view-state.js';
import { useWords } from '../texts/use-words.js';
import { spanOf, useChangeDays } from './change-days.js';
import { DayField } from './day-field.js';
import { TimeBar } from './time-bar.js';
import { usePlaying } from './use-playing.js';

/** The day of the address, which changes before the page is drawn. */
const latest = () => readViewState(new URLSearchParams(location.search)).state.at ?? today();

/** Which day, whose knowledge, and how much of what is pending. */
export function TimeControls() {
  const { t, label } = useWords();
  const { state, axes, change } = useView();
  const { days } = useChangeDays(axes);
  const at = state.at ?? today();
  const { scenario } = state;
  // Without a date a scenario is shown on the one that it is about.
  const go = useCallback(
    (day: string) => change({ at: day === today() && scenario === null ? null : day }, 'replace'),
    [change, scenario],
  );
  const { first, last } = spanOf(days, at);
  const { isPlaying, setPlaying } = usePlaying(at, last, go);
  const previous = days.findLast((day) => day < at);
  const next = days.find((day) => day > at);
  return (
    <section className="time-controls" aria-label={t('time.label')}>
      <TimeBar at={at} days={days} latest={latest} go={go} />
      <div className="time-row">
        <div className="buttons">
          <button type="button" disabled={previous === undefined} onClick={() => previous && go(previous)}>
            <span aria-hidden="true">◀</span> {t('time.previous')}
          </button>
          <button type="button" disabled={next === undefined} onClick={() => next && go(next)}>
            {t('time.next')} <span aria-hidden="true">▶</span>
          </button>
          <button
            type="button"
            aria-pressed={isPlaying}
            onClick={() => {
              if (!isPlaying && plusMonths(at, 12) > last) go(first);
              setPlaying(!isPlaying);
            }}
          >
            {isPlaying ? t('time.pause') : t('time.play')}
          </button>
        </div>
        <DayField label={t('time.date')} value={at} give={go} />
        <DayField
          label={t('time.known')}
          value={state.known ?? ''}
          optional
          help={t('time.knownHelp')}
          isGood={isKnownAt}
          give={(known) => change({ known: known === '' ? null : known })}
        />
        <label className="field">
          {t('time.standing')}
          <select
            value={state.standing}
            onChange={({ target }) => change({ standing: target.value as StandingChoice })}
          >
            {STANDINGS.map((standing) => (
              <option key={standing} value={standing}>
                {label('standingChoice', standing)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}
