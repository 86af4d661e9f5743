import type { Wrong } from '../../change-form/wrong-fields.js';
import { DecisionField } from '../../fields/decision-field.js';
import { MatterPicker } from '../../fields/matter-picker.js';
import { TextField } from '../../fields/text-field.js';
import { useWords } from '../../texts/use-words.js';
import type { Grounds } from './grounds.js';

interface Props {
  readonly slug: string;
  readonly grounds: Grounds;
  readonly isReasonNeeded: boolean;
  readonly wrong: Wrong;
  set(part: Partial<Grounds>): void;
}

/** Why it is recorded, which matter and decision it rests on, and which document says so. */
export function GroundsFields({ slug, grounds, isReasonNeeded, wrong, set }: Props) {
  const { t } = useWords();
  const { reason, matter, decision, document, place } = grounds;
  return (
    <fieldset className="part">
      <legend>{t('record.grounds')}</legend>
      <TextField
        label={t('audit.reason')}
        value={reason}
        required={isReasonNeeded}
        help={t(isReasonNeeded ? 'record.reasonNeeded' : 'record.reasonHelp')}
        wrong={wrong.at('reason')}
        give={(text) => set({ reason: text })}
      />
      <MatterPicker
        slug={slug}
        matter={matter}
        wrong={wrong.at('basis')}
        choose={(chosen) => set({ matter: chosen, decision: null })}
      />
      {matter !== null && (
        <DecisionField
          slug={slug}
          matter={matter}
          decision={decision}
          help={t('record.decisionHelp')}
          choose={(chosen) => set({ decision: chosen })}
        />
      )}
      <TextField
        label={t('record.document')}
        value={document}
        help={t('record.documentHelp')}
        wrong={wrong.at('source')}
        give={(text) => set({ document: text })}
      />
      <TextField label={t('record.place')} value={place} give={(text) => set({ place: text })} />
    </fieldset>
  );
}
