import { useTranslation } from 'react-i18next';
import { useView } from '../../location/use-view.js';
import { useUnit } from '../../units/unit-question.js';
import type { Labels } from '../../texts/labels.js';
import { useWords } from '../../texts/use-words.js';
import { ALL_EVENTS, type EventFilter, type EventType } from './event-filter.js';
import { FindUnit } from '../../fields/find-unit.js';

interface Props {
  readonly filter: EventFilter;
  set(part: Partial<EventFilter>): void;
}

/** Which events are shown. */
export function EventFilterForm({ filter, set }: Props) {
  const { t, order } = useWords();
  const { i18n } = useTranslation();
  const types = Object.entries(
    i18n.getResource(i18n.language, 'translation', 'labels.eventType') as Labels['eventType'],
  ).sort(([, one], [, other]) => order(one, other));
  return (
    <search aria-label={t('audit.filters')}>
      <div className="toolbar">
        <label className="field">
          {t('audit.reason')}
          <input value={filter.reason} onChange={({ target }) => set({ reason: target.value })} />
        </label>
        <label className="field">
          {t('audit.type')}
          <select
            value={filter.type ?? ''}
            onChange={({ target }) => set({ type: target.value === '' ? null : (target.value as EventType) })}
          >
            <option value="">{t('changes.all')}</option>
            {types.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('audit.actor')}
          <input value={filter.actor} size={14} onChange={({ target }) => set({ actor: target.value })} />
        </label>
        <FindUnit label={t('audit.unit')} choose={(ofUnit) => set({ ofUnit })} />
        <label className="check">
          <input
            type="checkbox"
            checked={filter.amendments}
            onChange={({ target }) => set({ amendments: target.checked })}
          />{' '}
          {t('audit.amendments')}
        </label>
        <button type="button" onClick={() => set(ALL_EVENTS)}>
          {t('changes.clear')}
        </button>
      </div>
      <p className="chosen">
        {filter.ofUnit !== null && <ChosenUnit unit={filter.ofUnit} remove={() => set({ ofUnit: null })} />}
        {filter.about !== null && (
          <button type="button" onClick={() => set({ about: null })}>
            {t('audit.onlyAbout')} <span aria-hidden="true">✕</span>
          </button>
        )}
      </p>
    </search>
  );
}

function ChosenUnit({ unit, remove }: { readonly unit: string; remove(): void }) {
  const { t } = useWords();
  const { axes } = useView();
  const { data } = useUnit(axes, unit);
  return (
    <button type="button" onClick={remove}>
      {t('audit.onlyUnit', { unit: data?.organisation?.unit?.name ?? unit })}{' '}
      <span aria-hidden="true">✕</span>
    </button>
  );
}
