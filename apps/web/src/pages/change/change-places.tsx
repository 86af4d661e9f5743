import { Link } from 'react-router';
import { dayBefore } from '../../location/days.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import type { OneChange } from './change-question.js';

/** The units it is about, what the organisation looks like around it, and what can be done with it. */
export function ChangePlaces({ change }: { readonly change: OneChange }) {
  const { t, day } = useWords();
  const { axes, search } = useView();
  const { id, units, scenario, cancelled, on } = change;
  const to = (path: string, part: Parameters<typeof search>[0] = {}) =>
    `/org/${axes.slug}${path}${search({ unit: null, ...part })}`;
  const amend = (how: string) => `/org/${axes.slug}/record?do=${how}&change=${encodeURIComponent(id)}`;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('change.units')}</dt>
          <dd>
            {units.map((unit) => (
              <Link key={unit.id} className="apart" to={to(`/unit/${unit.id}`)}>
                {unit.name}
              </Link>
            ))}
          </dd>
        </div>
        {on.latest !== null && (
          <div>
            <dt>{t('change.around')}</dt>
            <dd>
              <Link className="apart" to={to('', { at: on.latest })}>
                {t('changes.show', { date: day(on.latest) })}
              </Link>
              <Link
                className="apart"
                to={to('/compare', { at: on.latest, compare: dayBefore(on.earliest ?? on.latest) })}
              >
                {t('change.compare')}
              </Link>
            </dd>
          </div>
        )}
        {scenario !== null && (
          <div>
            <dt>{t('change.scenario')}</dt>
            <dd>
              <Link to={to(`/scenarios/${scenario.id}`)}>{scenario.name}</Link>
            </dd>
          </div>
        )}
      </dl>
      {!cancelled && axes.scenario === null && (
        <p className="buttons" role="group" aria-label={t('change.amend')}>
          <Link className="button" to={amend('CORRECT')}>
            {t('change.correct')}
          </Link>
          <Link className="button" to={amend('RESCHEDULE')}>
            {t('change.reschedule')}
          </Link>
          <Link className="button" to={amend('CANCEL')}>
            {t('change.cancel')}
          </Link>
        </p>
      )}
    </>
  );
}
