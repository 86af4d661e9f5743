import { useCallback, useEffect } from 'react';
import { useView } from '../location/use-view.js';
import { START } from '../location/view-state.js';
import { useWords } from '../texts/use-words.js';
import { isDay } from '../location/days.js';
import { ScenarioShown } from './scenario-shown.js';

/** Says in what the view is not the organisation of today as it is known to be, and leads back by one key. */
export function NowBanner() {
  const { t, day, time, label } = useWords();
  const { state, change } = useView();
  const { at, known, standing, scenario } = state;
  const isNow = at === null && known === null && scenario === null && standing === START.standing;
  const back = useCallback(() => {
    change({ at: null, known: null, standing: START.standing, scenario: null });
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [change]);
  useBackKey(isNow ? null : back);
  if (isNow) return null;
  return (
    <aside className="now-banner" aria-label={t('banner.label')}>
      <ul>
        {at !== null && <li>{t('banner.at', { date: day(at) })}</li>}
        {known !== null && <li>{t('banner.known', { known: isDay(known) ? day(known) : time(known) })}</li>}
        {standing !== START.standing && (
          <li>{t('banner.standing', { standing: label('standingIncluded', standing) })}</li>
        )}
        {scenario !== null && <ScenarioShown id={scenario} />}
      </ul>
      <button type="button" onClick={back} aria-keyshortcuts="Escape">
        {t('banner.back')} <kbd>{t('banner.key')}</kbd>
      </button>
    </aside>
  );
}

/** Esc leads back, except where it closes or clears something first. */
function useBackKey(back: (() => void) | null): void {
  useEffect(() => {
    if (back === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, select, textarea, dialog') !== null) return;
      back();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [back]);
}
