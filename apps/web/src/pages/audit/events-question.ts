import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';
import { usePages } from '../../graphql/use-pages.js';
import { useAnswer } from '../../graphql/use-answer.js';
import type { Axes } from '../../location/axes.js';
import type { EventFilter } from './event-filter.js';

export const EVENT = graphql(`
  fragment Event on LedgerEvent {
    position
    type
    recordedAt
    knownAt
    actor
    reason
    hash
    about
    sentence {
      sv
      en
    }
    on {
      earliest
      latest
      written
    }
  }
`);

export type LedgerEvent = ResultOf<typeof EVENT>;

const EVENTS = graphql(
  `
    query Events(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $after: String
      $filter: LedgerEventFilterInput
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        events(first: 50, after: $after, filter: $filter) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...Event
            before {
              ...Event
            }
          }
        }
      }
    }
  `,
  [EVENT],
);

/** The ledger, newest first, fifty events at a time. */
export function useEvents(axes: Axes, filter: EventFilter) {
  const asked = {
    actor: filter.actor === '' ? null : filter.actor,
    types: filter.type === null ? null : [filter.type],
    reason: filter.reason === '' ? null : filter.reason,
    unit: filter.ofUnit,
    about: filter.about,
    amendments: filter.amendments,
  };
  return usePages('events', EVENTS, { ...axes, filter: asked }, ({ organisation }) => organisation?.events);
}

const ONE_EVENT = graphql(
  `
    query OneEvent(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $position: Position!
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        position
        event(position: $position) {
          ...Event
          unknownUntil
          command
          eventId
          schemaVersion
          hashBefore
          data
          envelope
          scenario
          change {
            id
            kind
            on {
              latest
            }
            sentence {
              sv
              en
            }
            units {
              id
              name
            }
            matter {
              id
              number
              title
            }
          }
          record {
            id
            called
            __typename
          }
          before {
            ...Event
            data
          }
        }
      }
    }
  `,
  [EVENT],
);

export type WholeEvent = NonNullable<NonNullable<ResultOf<typeof ONE_EVENT>['organisation']>['event']>;

export function useEvent(axes: Axes, position: number) {
  return useAnswer('event', ONE_EVENT, { ...axes, position });
}
