import { useState } from 'react';
import { useView } from '../location/use-view.js';
import { SuggestingField } from '../search/suggesting-field.js';
import { useWords } from '../texts/use-words.js';
import { FoundUnit } from './found-unit.js';
import { useFoundUnits } from './found-units.js';
import { today } from '../location/days.js';

interface Props {
  readonly label: string;
  choose(unit: string): void;
}

/** Finds units on the date of the address by words of their names, spellings and codes. */
export function FindUnit({ label, choose }: Props) {
  const { t, day } = useWords();
  const { state, axes } = useView();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { found } = useFoundUnits(axes, text, false);
  return (
    <SuggestingField
      label={label}
      placeholder={t('organisation.findHelp')}
      typed={typed}
      setTyped={setTyped}
      items={found?.slice(0, 12) ?? []}
      none={found?.length === 0 ? t('organisation.foundNone', { date: day(state.at ?? today()) }) : null}
      choose={({ id }) => {
        choose(id);
        setTyped('');
      }}
      show={(unit) => <FoundUnit unit={unit} />}
    />
  );
}
