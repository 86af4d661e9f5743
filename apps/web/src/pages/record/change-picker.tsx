import { useState } from 'react';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import type { Axes } from '../../location/axes.js';
import { SuggestingField } from '../../search/suggesting-field.js';
import { useWords } from '../../texts/use-words.js';

const FOUND = graphql(`
  query FindChanges(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $text: String!
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      changes(first: 12, filter: { text: $text, includePending: true, inEffectOnly: true }) {
        nodes {
          id
          on {
            earliest
            latest
            written
          }
          sentence {
            sv
            en
          }
        }
      }
    }
  }
`);

/** Finds a recorded change by the words of its sentence. */
export function ChangePicker({ axes, choose }: { readonly axes: Axes; choose(change: string): void }) {
  const { t, of, date } = useWords();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data } = useAnswer('find-changes', FOUND, { ...axes, text }, { enabled: text !== '' });
  const found = text === '' ? undefined : data?.organisation?.changes.nodes;
  return (
    <SuggestingField
      label={t('record.change')}
      placeholder={t('changes.text')}
      typed={typed}
      setTyped={setTyped}
      items={found ?? []}
      none={found?.length === 0 ? t('changes.none') : null}
      choose={({ id }) => {
        choose(id);
        setTyped('');
      }}
      show={({ sentence, on }) => (
        <>
          {of(sentence)} <span className="small">{date(on)}</span>
        </>
      )}
    />
  );
}
