import { useWords } from '../../texts/use-words.js';
import type { AssignmentFilter } from './assignment-filter.js';
import { ASSESSMENTS } from './assignment-groups.js';

interface Props {
  readonly filter: AssignmentFilter;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  set(part: Partial<AssignmentFilter>): void;
}

/** Which assignments are shown. */
export function AssignmentFilterForm({ filter, units, set }: Props) {
  const { t, order, label } = useWords();
  return (
    <search className="toolbar" aria-label={t('changes.filters')}>
      <label className="field">
        {t('followUp.assessment')}
        <select
          value={filter.assessed ?? ''}
          onChange={({ target }) =>
            set({ assessed: ASSESSMENTS.find((one) => one === target.value) ?? null })
          }
        >
          <option value="">{t('changes.all')}</option>
          {ASSESSMENTS.map((one) => (
            <option key={one} value={one}>
              {one === 'NO_REPORT' ? t('followUp.noReport') : label('assessment', one)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('followUp.unit')}
        <select
          value={filter.unit ?? ''}
          onChange={({ target }) => set({ unit: target.value === '' ? null : target.value })}
        >
          <option value="">{t('changes.all')}</option>
          {[...units]
            .sort((one, other) => order(one.name, other.name))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={filter.overdue}
          onChange={({ target }) => set({ overdue: target.checked })}
        />{' '}
        {t('followUp.onlyOverdue')}
      </label>
      <button type="button" onClick={() => set({ assessed: null, overdue: false, unit: null })}>
        {t('changes.clear')}
      </button>
    </search>
  );
}
