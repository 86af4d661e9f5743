import { dayMeant } from '../fields/day-meant.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import type { Wrong } from './wrong-fields.js';

interface Props {
  readonly on: string;
  /** It may be empty, or of a form of which no day is shown. */
  readonly isOpen?: boolean;
  readonly wrong: Wrong;
  give(on: string): void;
}

/** When a change takes effect, as exactly as that is known. */
export function OnField({ on, isOpen = false, wrong, give }: Props) {
  const { t } = useWords();
  const isBad = !isOpen && on.trim() !== '' && dayMeant(on) === null;
  return (
    <TextField
      label={t('record.on')}
      value={on}
      required={!isOpen}
      help={t('record.onHelp')}
      wrong={isBad ? [t('record.badDate')] : wrong.at('on')}
      give={give}
    />
  );
}
