import { useDeferredValue, useState } from 'react';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { SuggestingField } from '../../search/suggesting-field.js';
import { useWords } from '../../texts/use-words.js';
import { today } from '../../location/days.js';

const FOUND = graphql(`
  query FindUnitOfEvents(
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

/** Chooses the unit whose events are shown, among those on the date of the address. */
export function FindUnit({ choose }: { choose(unit: string): void }) {
  const { t, day, label } = useWords();
  const { state, axes } = useView();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const { data } = useAnswer('find-units-of-events', FOUND, { ...axes, text }, { enabled: text !== '' });
  const found = text === '' ? undefined : data?.organisation?.units.nodes;
  return (
    <SuggestingField
      label={t('audit.unit')}
      placeholder={t('organisation.findHelp')}
      typed={typed}
      setTyped={setTyped}
      items={found ?? []}
      none={found?.length === 0 ? t('organisation.foundNone', { date: day(state.at ?? today()) }) : null}
      choose={({ id }) => {
        choose(id);
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
