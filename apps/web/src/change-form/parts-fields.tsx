import { useWords } from '../texts/use-words.js';
import type { FieldsProps } from './kind-fields.js';
import { NewUnitFields } from './new-unit-fields.js';
import { OneUnit } from './one-unit.js';
import { newPart, type Part, type ActedOn } from './part.js';

interface Props extends FieldsProps {
  /** The list of the change that they stand in. */
  readonly path: string;
  readonly continued: ActedOn | null;
  /** How few there may be. */
  readonly fewest: number;
  /** Whether one may be a unit that stands already. */
  readonly standing?: boolean;
  readonly add: string;
}

/** The units that a change begins, or that a unit becomes. */
export function PartsFields({ path, continued, fewest, standing = false, add, ...props }: Props) {
  const { t } = useWords();
  const { draft, axes, set, wrong } = props;
  const setPart = (key: string, part: Partial<Part>) =>
    set({ parts: draft.parts.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  const remove = (key: string) =>
    set({
      parts: draft.parts.filter((each) => each.key !== key),
      children: Object.fromEntries(Object.entries(draft.children).filter(([, to]) => to !== key)),
      rest: draft.rest === key ? '' : draft.rest,
      lineage: draft.lineage.map((step) => (step.to === key ? { ...step, to: '' } : step)),
    });
  return (
    <>
      {draft.parts.map((part, place) => {
        const legend = t(standing ? 'record.part' : 'record.newUnitNumber', { number: place + 1 });
        return (
          <fieldset key={part.key} className="part">
            <legend>{legend}</legend>
            {standing && (
              <label className="check">
                <input
                  type="checkbox"
                  checked={!part.isNew}
                  onChange={({ target }) => setPart(part.key, { isNew: !target.checked })}
                />{' '}
                {t('record.standing')}
              </label>
            )}
            {part.isNew ? (
              <NewUnitFields
                {...props}
                part={part}
                path={`${path}[${place}]`}
                continued={continued}
                set={(each) => setPart(part.key, each)}
              />
            ) : (
              <OneUnit
                label={t('record.unit')}
                axes={axes}
                unit={part.unit}
                wrong={wrong.at(`${path}[${place}]`)}
                choose={(unit) => setPart(part.key, { unit })}
              />
            )}
            {draft.parts.length > fewest && (
              <button type="button" onClick={() => remove(part.key)}>
                {t('record.remove', { name: part.name.trim() === '' ? legend : part.name })}
              </button>
            )}
          </fieldset>
        );
      })}
      <button type="button" onClick={() => set({ parts: [...draft.parts, newPart()] })}>
        {add}
      </button>
    </>
  );
}
