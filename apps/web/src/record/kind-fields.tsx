import type { ReactNode } from 'react';
import type { Axes } from '../location/axes.js';
import { UnitPicker } from '../fields/unit-picker.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { AnticipateFields } from './anticipate-fields.js';
import { CodeFields } from './code-fields.js';
import { DissolveFields } from './dissolve-fields.js';
import type { Draft } from './draft.js';
import { NewUnitFields } from './new-unit-fields.js';
import { OneUnit } from './one-unit.js';
import { PartsFields } from './parts-fields.js';
import { ReactivateFields } from './reactivate-fields.js';
import { ResponsibilityFields } from './responsibility-fields.js';
import { TransferFields } from './transfer-fields.js';
import { TypeField } from './type-field.js';
import type { Wrong } from './wrong-fields.js';

export interface FieldsProps {
  readonly draft: Draft;
  /** Units are those of the date that is edited. */
  readonly axes: Axes;
  readonly types: readonly string[];
  readonly wrong: Wrong;
  set(part: Partial<Draft>): void;
}

/** The fields of each kind at which a refusal is shown. */
export const FIELDS: Readonly<Record<Draft['kind'], readonly string[]>> = {
  ESTABLISH: ['unit', 'unit.name', 'unit.type', 'unit.parent'],
  RENAME: ['unit', 'name'],
  RECLASSIFY: ['unit', 'type'],
  RECODE: ['unit', 'codes'],
  TRANSFER: ['unit', 'to', 'except', 'exceptTo', 'hierarchy'],
  MERGE: ['units', 'into', 'into.name', 'into.type', 'into.parent'],
  ABSORB: ['units', 'into', 'name'],
  SPLIT: ['unit', 'children', ...partFields()],
  SPIN_OFF: ['unit', 'children', ...partFields()],
  REPLACE: ['unit', 'by', 'by.name', 'by.type', 'by.parent'],
  DISSOLVE: ['unit', 'successors', 'succession'],
  REACTIVATE: ['unit', 'parent', 'name', 'type'],
  MOVE_RESPONSIBILITY: ['unit', 'to', 'what', 'resource'],
  ANTICIPATE: ['units', 'what', 'forms', 'unknown'],
};

function partFields(): string[] {
  return Array.from({ length: 12 }, (_, place) => `into[${place}]`).flatMap((path) => [
    path,
    `${path}.name`,
    `${path}.type`,
    `${path}.parent`,
  ]);
}

/** The fields of a kind of change. */
export function KindFields(props: FieldsProps): ReactNode {
  const { t } = useWords();
  const { draft, axes, types, set, wrong } = props;
  const one = (label: string) => (
    <OneUnit
      label={label}
      axes={axes}
      unit={draft.units[0] ?? null}
      wrong={wrong.at('unit')}
      choose={(unit) => set({ units: unit === null ? [] : [unit], children: {} })}
    />
  );
  const many = (label: string) => (
    <UnitPicker
      label={label}
      axes={axes}
      many
      chosen={draft.units}
      wrong={wrong.at('units')}
      choose={(units) => set({ units })}
    />
  );
  const begins = (path: string) => (
    <fieldset className="part">
      <legend>{t('record.newUnit')}</legend>
      {draft.parts.slice(0, 1).map((part) => (
        <NewUnitFields
          key={path}
          {...props}
          part={part}
          path={path}
          set={(each) => set({ parts: [{ ...part, ...each }] })}
        />
      ))}
    </fieldset>
  );
  const name = (label: string, help?: string) => (
    <TextField
      label={label}
      value={draft.name}
      help={help}
      required={help === undefined}
      wrong={wrong.at('name')}
      give={(text) => set({ name: text })}
    />
  );
  switch (draft.kind) {
    case 'ESTABLISH':
      return begins('unit');
    case 'RENAME':
      return [one(t('record.unit')), name(t('record.newName'))].map(keyed);
    case 'RECLASSIFY':
      return (
        <>
          {one(t('record.unit'))}
          <TypeField
            types={types}
            value={draft.type}
            required
            wrong={wrong.at('type')}
            give={(type) => set({ type })}
          />
        </>
      );
    case 'RECODE':
      return [one(t('record.unit')), <CodeFields key="codes" {...props} />].map(keyed);
    case 'TRANSFER':
      return [one(t('record.moved')), <TransferFields key="to" {...props} />].map(keyed);
    case 'MERGE':
      return [many(t('record.merged')), begins('into')].map(keyed);
    case 'ABSORB':
      return (
        <>
          {many(t('record.absorbed'))}
          <OneUnit
            label={t('record.absorber')}
            axes={axes}
            unit={draft.to}
            wrong={wrong.at('into')}
            choose={(to) => set({ to })}
          />
          {name(t('record.newName'), t('record.keepsName'))}
        </>
      );
    case 'SPLIT':
      return [one(t('record.splitUnit')), <PartsFields key="parts" {...props} />].map(keyed);
    case 'SPIN_OFF':
      return [one(t('record.livesOn')), <PartsFields key="parts" {...props} />].map(keyed);
    case 'REPLACE':
      return [one(t('record.replaced')), begins('by')].map(keyed);
    case 'DISSOLVE':
      return [one(t('record.dissolved')), <DissolveFields key="succession" {...props} />].map(keyed);
    case 'REACTIVATE':
      return <ReactivateFields {...props} />;
    case 'MOVE_RESPONSIBILITY':
      return [one(t('record.giver')), <ResponsibilityFields key="to" {...props} />].map(keyed);
    case 'ANTICIPATE':
      return [many(t('record.about')), <AnticipateFields key="what" {...props} />].map(keyed);
  }
}

function keyed(fields: ReactNode, place: number): ReactNode {
  return <div key={place}>{fields}</div>;
}
