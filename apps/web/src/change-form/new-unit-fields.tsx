import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { CodeFields } from './code-fields.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';
import { standingOf, type Part, type ActedOn } from './part.js';
import { PlacementFields } from './placement-fields.js';
import { TypeField } from './type-field.js';

interface Props extends Pick<FieldsProps, 'axes' | 'types' | 'wrong'> {
  readonly part: Part;
  /** The path of the unit in the change. */
  readonly path: string;
  /** The unit whose type and place it has where nothing else is said. */
  readonly continued: ActedOn | null;
  set(part: Partial<Part>): void;
}

/** A unit that begins: what it is called, what it is, where it stands, and its codes. */
export function NewUnitFields({ part, path, continued, axes, types, wrong, set }: Props) {
  const { t } = useWords();
  const { type, parent, parents } = standingOf(part, continued);
  return (
    <>
      <TextField
        label={t('record.name')}
        value={part.name}
        required
        wrong={wrong.at(path, `${path}.name`)}
        give={(name) => set({ name })}
      />
      <TypeField
        types={types}
        value={type}
        required
        wrong={wrong.at(`${path}.type`)}
        give={(given) => set({ type: given })}
      />
      <OneUnit
        label={t('record.parent')}
        axes={axes}
        unit={parent}
        help={t('record.emptyTop')}
        wrong={wrong.at(`${path}.parent`)}
        choose={(chosen) => set({ parent: chosen })}
      />
      <details open={part.codes.length > 0 || wrong.at(`${path}.codes`, `${path}.parents`).length > 0}>
        <summary>{t('record.more')}</summary>
        <PlacementFields
          axes={axes}
          placements={parents}
          wrong={wrong.at(`${path}.parents`)}
          give={(given) => set({ parents: given })}
        />
        <CodeFields codes={part.codes} wrong={wrong.at(`${path}.codes`)} give={(codes) => set({ codes })} />
      </details>
    </>
  );
}
