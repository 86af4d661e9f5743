import type { Axes } from '../../../location/axes.js';
import { useWords } from '../../../texts/use-words.js';
import { TextField } from '../../../fields/text-field.js';
import type { Draft } from './draft.js';
import { DissolveFields } from './dissolve-fields.js';
import { SplitFields } from './split-fields.js';
import { TypeField } from './type-field.js';
import type { ActedOn } from '../../../fields/picked-unit-facts.js';
import { UnitPicker } from '../../../fields/unit-picker.js';

export interface FieldsProps {
  readonly draft: Draft;
  readonly axes: Axes;
  readonly acted: ActedOn | null;
  readonly types: readonly string[];
  set(part: Partial<Draft>): void;
  /** What is wrong with the fields of these paths. */
  wrong(...paths: readonly string[]): readonly string[];
}

/** The fields of a kind of change. */
export function ChangeFields(props: FieldsProps) {
  const { t } = useWords();
  const { draft, axes, acted, types, set, wrong } = props;
  const units = { axes, chosen: draft.units, choose: (chosen: readonly string[]) => set({ units: chosen }) };
  const to = { axes, chosen: draft.to ?? [], choose: (chosen: readonly string[]) => set({ to: chosen }) };
  const name = { value: draft.name, give: (text: string) => set({ name: text }) };
  switch (draft.kind) {
    case 'TRANSFER':
      return (
        <>
          <UnitPicker {...units} label={t('scenarios.field.moved')} wrong={wrong('unit')} />
          {!draft.top && <UnitPicker {...to} label={t('scenarios.field.moveTo')} wrong={wrong('to')} />}
          <label className="check">
            <input
              type="checkbox"
              checked={draft.top}
              onChange={({ target }) => set({ top: target.checked })}
            />{' '}
            {t('scenarios.field.top')}
          </label>
        </>
      );
    case 'RENAME':
      return (
        <>
          <UnitPicker {...units} label={t('scenarios.field.unit')} wrong={wrong('unit')} />
          <TextField {...name} label={t('scenarios.field.newName')} required wrong={wrong('name')} />
        </>
      );
    case 'ESTABLISH':
      return (
        <>
          <TextField {...name} label={t('scenarios.field.name')} required wrong={wrong('unit.name')} />
          <TypeField types={types} value={draft.type ?? ''} set={set} wrong={wrong('unit.type')} />
          <UnitPicker
            {...units}
            label={t('scenarios.field.parent')}
            help={t('scenarios.field.emptyTop')}
            wrong={wrong('unit.parent')}
          />
        </>
      );
    case 'MERGE': {
      const above = acted?.placements.find(({ hierarchy }) => hierarchy === 'line')?.parent;
      const parent = draft.to ?? (above == null ? [] : [above.id]);
      return (
        <>
          <UnitPicker {...units} many label={t('scenarios.field.merged')} wrong={wrong('units')} />
          <TextField
            {...name}
            label={t('scenarios.field.mergedName')}
            required
            wrong={wrong('into', 'into.name')}
          />
          <TypeField
            types={types}
            value={draft.type ?? acted?.type ?? ''}
            set={set}
            wrong={wrong('into.type')}
          />
          <UnitPicker
            {...to}
            chosen={parent}
            label={t('scenarios.field.parent')}
            help={t('scenarios.field.emptyTop')}
            wrong={wrong('into.parent')}
          />
        </>
      );
    }
    case 'ABSORB':
      return (
        <>
          <UnitPicker {...units} many label={t('scenarios.field.absorbed')} wrong={wrong('units')} />
          <UnitPicker {...to} label={t('scenarios.field.absorber')} wrong={wrong('into')} />
          <TextField
            {...name}
            label={t('scenarios.field.newName')}
            help={t('scenarios.field.keepsName')}
            wrong={wrong('name')}
          />
        </>
      );
    case 'SPLIT':
      return <SplitFields {...props} />;
    case 'DISSOLVE':
      return <DissolveFields {...props} />;
  }
}
