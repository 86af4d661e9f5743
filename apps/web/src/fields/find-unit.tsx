import { useDeferredValue, useState } from 'react';
import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import { useView } from '../location/use-view.js';
import { SuggestingField } from '../search/suggesting-field.js';
import { useWords } from '../texts/use-words.js';
import { FoundUnit } from './found-unit.js';
import { today } from '../location/days.js';

const FOUND = graphql(`
  query FindUnits(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $text: String!
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      units(first: 12, filter: { text: $text, includeIndeterminate: true }) {
        nodes {
          id
          name
          type
          parent {
            name
          }
        }
      }
    }
  }
`);

interface Props {
  readonly label: string;
  choose(unit: string): void;
}

/** Finds units on the date of the address by words of their names, spellings and codes. */
export function FindUnit({ label, choose }: Props) {
  const { t, day } = useWords();
  const { state, axes } = useView();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const { data } = useAnswer('find-units', FOUND, { ...axes, text }, { enabled: text !== '' });
  const found = text === '' ? undefined : data?.organisation?.units.nodes;
  return (
    <SuggestingField
      label={label}
      placeholder={t('organisation.findHelp')}
      typed={typed}
      setTyped={setTyped}
      items={found ?? []}
      none={found?.length === 0 ? t('organisation.foundNone', { date: day(state.at ?? today()) }) : null}
      choose={({ id }) => {
        choose(id);
        setTyped('');
      }}
      show={(unit) => <FoundUnit unit={unit} />}
    />
  );
}
