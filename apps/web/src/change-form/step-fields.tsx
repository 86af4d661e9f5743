import { SelectField } from '../fields/select-field.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { DestinationField } from './destination-field.js';
import { RELATIONS, type Step } from './draft.js';
import type { FieldsProps } from './kind-fields.js';
import { OneUnit } from './one-unit.js';

interface Props extends Pick<FieldsProps, 'axes' | 'draft' | 'wrong'> {
  readonly step: Step;
  readonly path: string;
  give(part: Partial<Step>): void;
}

/** Which unit continues which, how, and how much of it. */
export function StepFields({ step, path, draft, axes, wrong, give }: Props) {
  const { t, label } = useWords();
  return (
    <>
      <OneUnit
        label={t('record.predecessor')}
        axes={axes}
        unit={step.from === '' ? null : step.from}
        wrong={wrong.at(path, `${path}.from`)}
        choose={(unit) => give({ from: unit ?? '' })}
      />
      <DestinationField
        label={t('record.successor')}
        axes={axes}
        parts={draft.parts}
        value={step.to}
        otherwise={t('record.choose')}
        give={(to) => give({ to })}
      />
      <SelectField
        label={t('record.relation')}
        value={step.relation}
        give={(relation) => give({ relation: relation as Step['relation'] })}
      >
        {RELATIONS.map((relation) => (
          <option key={relation} value={relation}>
            {label('relation', relation)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('record.share')}
        value={step.share}
        help={t('record.shareHelp')}
        wrong={wrong.at(`${path}.share`)}
        give={(share) => give({ share })}
      />
    </>
  );
}
