import { useWords } from '../../texts/use-words.js';
import { DayField } from '../../time/day-field.js';
import type { FigureParts } from './figure-parts.js';
import { isPeriod, type MeasureChoice } from './measure-choice.js';

interface Props {
  readonly choice: MeasureChoice;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly FigureParts['kind'][];
  set(part: Partial<MeasureChoice>): void;
}

/** Which unit, what its values say, and what they are compared with. */
export function MeasureChoiceForm({ choice, units, kinds, set }: Props) {
  const { t, label } = useWords();
  const offered = kinds.includes(choice.kind) ? kinds : [choice.kind, ...kinds];
  return (
    <search className="toolbar" aria-label={t('changes.filters')}>
      <label className="field">
        {t('followUp.unit')}
        <select value={choice.unit ?? ''} onChange={({ target }) => set({ unit: target.value })}>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('column.kind')}
        <select
          value={choice.kind}
          onChange={({ target }) => {
            const kind = offered.find((one) => one === target.value);
            if (kind !== undefined) set({ kind });
          }}
        >
          {offered.map((kind) => (
            <option key={kind} value={kind}>
              {label('value', kind)}
            </option>
          ))}
        </select>
      </label>
      <DayField
        label={t('measures.period')}
        value={choice.period ?? ''}
        optional
        help={t('measures.periodHelp')}
        isGood={isPeriod}
        give={(period) => set({ period: period === '' ? null : period })}
      />
      <DayField
        label={t('measures.restatedTo')}
        value={choice.restatedTo ?? ''}
        optional
        help={t('measures.restatedToHelp')}
        give={(day) => set({ restatedTo: day === '' ? null : day })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={choice.inferred}
          onChange={({ target }) => set({ inferred: target.checked })}
        />{' '}
        {t('measures.followInferred')}
      </label>
    </search>
  );
}
