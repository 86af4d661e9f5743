import { useTranslation } from 'react-i18next';
import type { Labels } from '../../texts/labels.js';
import { useWords } from '../../texts/use-words.js';
import { DayField } from '../../time/day-field.js';
import type { ChangeFilter } from './change-filter.js';

interface Props {
  readonly filter: ChangeFilter;
  set(part: Partial<ChangeFilter>): void;
}

/** Which changes are shown. */
export function FilterForm({ filter, set }: Props) {
  const { t, order } = useWords();
  const { i18n } = useTranslation();
  const labels = (list: 'kind' | 'standing') =>
    Object.entries(
      i18n.getResource(i18n.language, 'translation', `labels.${list}`) as object as Labels['kind'],
    )
      .map(([value, text]) => ({ value, text }))
      .sort((one, other) => order(one.text, other.text));
  return (
    <search className="toolbar" aria-label={t('changes.filters')}>
      <label className="field">
        {t('changes.text')}
        <input value={filter.text} onChange={({ target }) => set({ text: target.value })} />
      </label>
      {(['kind', 'standing'] as const).map((list) => (
        <label className="field" key={list}>
          {t(`changes.${list}`)}
          <select
            value={filter[list] ?? ''}
            onChange={({ target }) => set({ [list]: target.value === '' ? null : target.value })}
          >
            <option value="">{t('changes.all')}</option>
            {labels(list).map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['from', 'to'] as const).map((side) => (
        <DayField
          key={side}
          label={t(`changes.${side}`)}
          value={filter[side] ?? ''}
          optional
          give={(day) => set({ [side]: day === '' ? null : day })}
        />
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={filter.pending}
          onChange={({ target }) => set({ pending: target.checked })}
        />{' '}
        {t('changes.includePending')}
      </label>
      <button
        type="button"
        onClick={() => set({ text: '', kind: null, standing: null, from: null, to: null, pending: true })}
      >
        {t('changes.clear')}
      </button>
    </search>
  );
}
