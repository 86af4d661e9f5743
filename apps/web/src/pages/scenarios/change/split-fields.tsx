import { useWords } from '../../../texts/use-words.js';
import { TextField } from '../../../fields/text-field.js';
import type { FieldsProps } from './change-fields.js';
import { NEW_PART, type Part } from './draft.js';
import { UnitPicker } from '../../../fields/unit-picker.js';

/** What is split, into what, and where each unit below it goes. */
export function SplitFields({ draft, axes, acted, set, wrong }: FieldsProps) {
  const { t } = useWords();
  const { parts } = draft;
  const setPart = (place: number, part: Partial<Part>) =>
    set({ parts: parts.map((each, at) => (at === place ? { ...each, ...part } : each)) });
  const nameOf = ({ isNew, name }: Part, place: number) =>
    isNew && name !== '' ? name : t('scenarios.field.part', { number: place + 1 });
  return (
    <>
      <UnitPicker
        axes={axes}
        chosen={draft.units}
        choose={(units) => set({ units, children: {} })}
        label={t('scenarios.field.splitUnit')}
        wrong={wrong('unit')}
      />
      {parts.map((part, place) => (
        <fieldset key={place} className="part">
          <legend>{t('scenarios.field.part', { number: place + 1 })}</legend>
          <label className="check">
            <input
              type="checkbox"
              checked={!part.isNew}
              onChange={({ target }) => setPart(place, { isNew: !target.checked })}
            />{' '}
            {t('scenarios.field.standing')}
          </label>
          {part.isNew ? (
            <TextField
              label={t('scenarios.field.name')}
              value={part.name}
              required
              wrong={wrong(`into[${place}]`)}
              give={(name) => setPart(place, { name })}
            />
          ) : (
            <UnitPicker
              axes={axes}
              chosen={part.unit}
              choose={(unit) => setPart(place, { unit })}
              label={t('scenarios.field.unit')}
              wrong={wrong(`into[${place}]`)}
            />
          )}
          {parts.length > 2 && (
            <button type="button" onClick={() => set({ parts: parts.filter((_, at) => at !== place) })}>
              {t('scenarios.remove', { name: nameOf(part, place) })}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => set({ parts: [...parts, NEW_PART] })}>
        {t('scenarios.field.morePart')}
      </button>
      {acted !== null && acted.children.length > 0 && (
        <fieldset className="choices">
          <legend>{t('scenarios.field.children')}</legend>
          {acted.children.map(({ id, name }) => (
            <label key={id} className="field">
              {name}
              <select
                value={draft.children[id] ?? 0}
                onChange={({ target }) =>
                  set({ children: { ...draft.children, [id]: Number(target.value) } })
                }
              >
                {parts.map((part, place) => (
                  <option key={place} value={place}>
                    {nameOf(part, place)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
