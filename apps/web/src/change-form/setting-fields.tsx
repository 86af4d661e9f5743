import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { CodeFields } from './code-fields.js';
import type { Setting } from './draft.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';
import { PlacementFields } from './placement-fields.js';
import { TypeField } from './type-field.js';

interface Props extends Pick<FieldsProps, 'axes' | 'types' | 'wrong'> {
  readonly setting: Setting;
  readonly path: string;
  give(part: Partial<Setting>): void;
}

/** What becomes different of a unit that stands. */
export function SettingFields({ setting, path, axes, types, wrong, give }: Props) {
  const { t } = useWords();
  return (
    <>
      <OneUnit
        label={t('record.unit')}
        axes={axes}
        unit={setting.unit}
        wrong={wrong.at(path, `${path}.unit`)}
        choose={(unit) => give({ unit })}
      />
      <TextField
        label={t('record.newName')}
        value={setting.name}
        help={t('record.keepsName')}
        wrong={wrong.at(`${path}.name`)}
        give={(name) => give({ name })}
      />
      <TypeField
        types={types}
        value={setting.type}
        help={t('record.keepsType')}
        wrong={wrong.at(`${path}.type`)}
        give={(type) => give({ type })}
      />
      {setting.parent !== null && (
        <OneUnit
          label={t('record.moveTo')}
          axes={axes}
          unit={setting.parent ?? null}
          help={t('record.keepsPlace')}
          wrong={wrong.at(`${path}.parent`)}
          choose={(parent) => give({ parent: parent ?? undefined })}
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={setting.parent === null}
          onChange={({ target }) => give({ parent: target.checked ? null : undefined })}
        />{' '}
        {t('record.top')}
      </label>
      <details open={setting.codes.length > 0 || wrong.at(`${path}.codes`, `${path}.parents`).length > 0}>
        <summary>{t('record.more')}</summary>
        <PlacementFields
          axes={axes}
          placements={setting.parents}
          wrong={wrong.at(`${path}.parents`)}
          give={(parents) => give({ parents })}
        />
        <CodeFields
          codes={setting.codes}
          help={t('record.codeHelp')}
          wrong={wrong.at(`${path}.codes`)}
          give={(codes) => give({ codes })}
        />
      </details>
    </>
  );
}
