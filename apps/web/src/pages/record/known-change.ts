import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import type { Axes } from '../../location/axes.js';

const KNOWN = graphql(`
  query ChangeToAmend(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $id: ID!
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      events(first: 20, filter: { about: $id }) {
        nodes {
          position
          data
          change {
            id
            kind
            on {
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
  }
`);

/** A recorded change as it is known, with the content that was last said of it. */
export function useKnownChange(axes: Axes, id: string | null) {
  const { data, error } = useAnswer(
    'change-to-amend',
    KNOWN,
    { ...axes, id: id ?? '' },
    { enabled: id !== null },
  );
  const events = id === null ? [] : (data?.organisation?.events.nodes ?? []);
  const content = events
    .map((event) => event.data as { readonly payload?: unknown })
    .find((each) => each.payload);
  return {
    change: events[0]?.change ?? null,
    payload: content?.payload ?? null,
    error,
    isThere: data !== undefined,
  };
}
