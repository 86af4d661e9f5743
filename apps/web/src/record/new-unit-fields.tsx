import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import type { Part } from './draft.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';
import { TypeField } from './type-field.js';

interface Props extends Pick<FieldsProps, 'axes' | 'types' | 'wrong'> {
  readonly part: Part;
  /** The path of the unit in the change. */
  readonly path: string;
  set(part: Partial<Part>): void;
}

/** A unit that begins: what it is called, what it is, and where it stands. */
export function NewUnitFields({ part, path, axes, types, wrong, set }: Props) {
  const { t } = useWords();
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
        value={part.type}
        required
        wrong={wrong.at(`${path}.type`)}
        give={(type) => set({ type })}
      />
      <OneUnit
        label={t('record.parent')}
        axes={axes}
        unit={part.parent}
        help={t('record.emptyTop')}
        wrong={wrong.at(`${path}.parent`)}
        choose={(parent) => set({ parent })}
      />
    </>
  );
}
