import type { ReactNode } from 'react';
import { TextField } from '../fields/text-field.js';
import { UnitPicker } from '../fields/unit-picker.js';
import type { Axes } from '../location/axes.js';
import { useWords } from '../texts/use-words.js';
import { AnticipateFields } from './anticipate-fields.js';
import { ChildrenFields } from './children-fields.js';
import { CodeFields } from './code-fields.js';
import { DissolveFields } from './dissolve-fields.js';
import type { Draft } from './draft.js';
import { NewUnitFields } from './new-unit-fields.js';
import { OneUnit } from './one-unit.js';
import { PartsFields } from './parts-fields.js';
import { ReactivateFields } from './reactivate-fields.js';
import { ReorganiseFields } from './reorganise-fields.js';
import { ResponsibilityFields } from './responsibility-fields.js';
import { TransferFields } from './transfer-fields.js';
import { TypeField } from './type-field.js';
import type { Wrong } from './wrong-fields.js';
import type { ActedOn } from './part.js';

export interface FieldsProps {
  readonly draft: Draft;
  /** Units are those of the date that is edited. */
  readonly axes: Axes;
  readonly types: readonly string[];
  readonly wrong: Wrong;
  set(part: Partial<Draft>): void;
}

/** The fields of a kind of change. `acted`: the first unit that it acts on. */
export function KindFields({ acted, ...props }: FieldsProps & { readonly acted: ActedOn | null }): ReactNode {
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
  const begins = (path: string, continued: ActedOn | null) => (
    <fieldset className="part">
      <legend>{t('record.newUnit')}</legend>
      {draft.parts.slice(0, 1).map((part) => (
        <NewUnitFields
          key={part.key}
          {...props}
          part={part}
          path={path}
          continued={continued}
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
      return begins('unit', null);
    case 'RENAME':
      return (
        <>
          {one(t('record.unit'))}
          {name(t('record.newName'))}
        </>
      );
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
      return (
        <>
          {one(t('record.unit'))}
          <CodeFields
            codes={draft.codes}
            help={t('record.codeHelp')}
            wrong={wrong.at('codes')}
            give={(codes) => set({ codes })}
          />
        </>
      );
    case 'TRANSFER':
      return (
        <>
          {one(t('record.moved'))}
          <TransferFields {...props} acted={acted} />
        </>
      );
    case 'MERGE':
      return (
        <>
          {many(t('record.merged'))}
          {begins('into', acted)}
          <ChildrenFields {...props} />
        </>
      );
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
          <ChildrenFields {...props} />
        </>
      );
    case 'SPLIT':
      return (
        <>
          {one(t('record.splitUnit'))}
          <PartsFields
            {...props}
            path="into"
            continued={acted}
            fewest={2}
            standing
            add={t('record.morePart')}
          />
          <ChildrenFields {...props} />
        </>
      );
    case 'SPIN_OFF':
      return (
        <>
          {one(t('record.livesOn'))}
          <PartsFields {...props} path="into" continued={acted} fewest={1} add={t('record.morePart')} />
          <ChildrenFields {...props} />
        </>
      );
    case 'REPLACE':
      return (
        <>
          {one(t('record.replaced'))}
          {begins('by', acted)}
          <ChildrenFields {...props} />
        </>
      );
    case 'DISSOLVE':
      return (
        <>
          {one(t('record.dissolved'))}
          <DissolveFields {...props} />
        </>
      );
    case 'REACTIVATE':
      return <ReactivateFields {...props} />;
    case 'MOVE_RESPONSIBILITY':
      return (
        <>
          {one(t('record.giver'))}
          <ResponsibilityFields {...props} />
        </>
      );
    case 'REORGANISE':
      return <ReorganiseFields {...props} />;
    case 'ANTICIPATE':
      return (
        <>
          {many(t('record.about'))}
          <AnticipateFields {...props} />
        </>
      );
  }
}
