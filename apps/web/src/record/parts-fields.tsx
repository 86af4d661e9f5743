import { useWords } from '../texts/use-words.js';
import { NEW_PART, type Part } from './draft.js';
import type { FieldsProps } from './kind-fields.js';
import { NewUnitFields } from './new-unit-fields.js';
import { OneUnit } from './one-unit.js';
import { useChildren } from './use-children.js';

/** What one unit becomes, or gives off, and where each unit below it goes. */
export function PartsFields(props: FieldsProps) {
  const { t } = useWords();
  const { draft, axes, set, wrong } = props;
  const isSplit = draft.kind === 'SPLIT';
  const children = useChildren(axes, draft.units[0] ?? null);
  const setPart = (place: number, part: Partial<Part>) =>
    set({ parts: draft.parts.map((each, at) => (at === place ? { ...each, ...part } : each)) });
  const nameOf = ({ name }: Part, place: number) =>
    name.trim() === '' ? t('record.part', { number: place + 1 }) : name;
  return (
    <>
      {draft.parts.map((part, place) => (
        <fieldset key={place} className="part">
          <legend>{t('record.part', { number: place + 1 })}</legend>
          {isSplit && (
            <label className="check">
              <input
                type="checkbox"
                checked={!part.isNew}
                onChange={({ target }) => setPart(place, { isNew: !target.checked })}
              />{' '}
              {t('record.standing')}
            </label>
          )}
          {part.isNew ? (
            <NewUnitFields
              {...props}
              part={part}
              path={`into[${place}]`}
              set={(each) => setPart(place, each)}
            />
          ) : (
            <OneUnit
              label={t('record.unit')}
              axes={axes}
              unit={part.unit}
              wrong={wrong.at(`into[${place}]`)}
              choose={(unit) => setPart(place, { unit })}
            />
          )}
          {draft.parts.length > (isSplit ? 2 : 1) && (
            <button
              type="button"
              onClick={() => set({ parts: draft.parts.filter((_, at) => at !== place), children: {} })}
            >
              {t('record.remove', { name: nameOf(part, place) })}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => set({ parts: [...draft.parts, NEW_PART] })}>
        {t('record.morePart')}
      </button>
      {children.length > 0 && (
        <fieldset className="part">
          <legend>{t('record.children')}</legend>
          {children.map(({ id, name }) => (
            <label key={id} className="field">
              {name}
              <select
                value={draft.children[id] ?? ''}
                onChange={({ target }) => {
                  const { [id]: _, ...rest } = draft.children;
                  set({ children: target.value === '' ? rest : { ...rest, [id]: Number(target.value) } });
                }}
              >
                <option value="">{t(isSplit ? 'record.choose' : 'record.stays')}</option>
                {draft.parts.map((part, place) => (
                  <option key={place} value={place}>
                    {nameOf(part, place)}
                  </option>
                ))}
              </select>
            </label>
          ))}
          {wrong.at('children').map((message) => (
            <p key={message} className="small bad">
              {message}
            </p>
          ))}
        </fieldset>
      )}
    </>
  );
}
