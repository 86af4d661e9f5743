import { useDeferredValue, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { today } from '../../location/days.js';
import { useView } from '../../location/use-view.js';
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
  const found = text === '' ? [] : (data?.organisation?.units.nodes ?? []);
  return (
    <ComboBox
      className="search"
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection
      onChange={(id) => {
        if (id === null) return;
        change({ unit: String(id), why: false });
        setTyped('');
      }}
      value={null}
    >
      <Label>{t('organisation.find')}</Label>
      <Input placeholder={t('organisation.findHelp')} />
      <Popover className="popover">
        <ListBox
          renderEmptyState={() =>
            text === '' ? null : t('organisation.foundNone', { date: day(state.at ?? today()) })
          }
        >
          {(unit: (typeof found)[number]) => (
            <ListBoxItem id={unit.id} textValue={unit.name} className="option">
              <span>{unit.name}</span>{' '}
              <span className="small">
                {[label('type', unit.type), unit.parent?.name].filter(Boolean).join(', ')}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
