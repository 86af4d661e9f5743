import { useState } from 'react';
import { useWords } from '../../../texts/use-words.js';
import { dayMeant } from '../../../fields/day-meant.js';
import { TextField } from '../../../fields/text-field.js';

/** Another date for a step that does not fit. */
export function OtherDate({ give }: { give(date: string): void }) {
  const { t } = useWords();
  const [on, setOn] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      className="time-row"
      onSubmit={(event) => {
        event.preventDefault();
        const isGood = dayMeant(on) !== null;
        setWrong(!isGood);
        if (isGood) give(on.trim());
      }}
    >
      <TextField
        label={t('scenarios.rebase.otherDate')}
        value={on}
        wrong={isWrong ? [t('record.badDate')] : []}
        give={setOn}
      />
      <button type="submit">{t('scenarios.rebase.redate')}</button>
    </form>
  );
}
