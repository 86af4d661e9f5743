import { useDeferredValue, useState } from 'react';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { today } from '../../location/days.js';
import { useView } from '../../location/use-view.js';
import { SuggestingField } from '../../search/suggesting-field.js';
import { useWords } from '../../texts/use-words.js';

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

/** Finds units on the date by words of their names, spellings and codes. */
export function UnitSearch() {
  const { t, day, label } = useWords();
  const { state, axes, change } = useView();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const { data } = useAnswer('find-units', FOUND, { ...axes, text }, { enabled: text !== '' });
  const answer = text === '' ? undefined : data?.organisation?.units.nodes;
  return (
    <SuggestingField
      label={t('organisation.find')}
      placeholder={t('organisation.findHelp')}
      typed={typed}
      setTyped={setTyped}
      items={answer ?? []}
      none={answer?.length === 0 ? t('organisation.foundNone', { date: day(state.at ?? today()) }) : null}
      choose={({ id }) => {
        change({ unit: id, why: false });
        setTyped('');
      }}
      show={(unit) => (
        <>
          {unit.name}{' '}
          <span className="small">
            {[label('type', unit.type), unit.parent?.name].filter(Boolean).join(', ')}
          </span>
        </>
      )}
    />
  );
}
