import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { ask } from '../../graphql/ask.js';
import { graphql } from '../../graphql/graphql.js';

/** What is said of a scenario wherever it is listed. */
export const SCENARIO_HEAD = graphql(`
  fragment ScenarioHead on Scenario {
    id
    name
    description
    status
    owner
    visibility
    at
    base
    behind
    version
    changedAt
    root {
      id
      name
    }
  }
`);

export type ScenarioHead = ResultOf<typeof SCENARIO_HEAD>;

/** The goals of a scenario; each is weighed when it is asked for, so lists ask for them one by one. */
export const GOALS = graphql(`
  fragment Goals on Scenario {
    targets {
      goal
      least
      most
      result
      message {
        sv
        en
      }
    }
  }
`);

export type Target = ResultOf<typeof GOALS>['targets'][number];

const SCENARIOS = graphql(
  `
    query Scenarios($slug: String!, $statuses: [ScenarioStatus!]) {
      organisation(slug: $slug) {
        name
      }
      scenarios(organisation: $slug, statuses: $statuses, first: 200) {
        nodes {
          ...ScenarioHead
        }
      }
    }
  `,
  [SCENARIO_HEAD],
);

const SCENARIO = graphql(
  `
    query Scenario($id: ID!) {
      scenario(id: $id) {
        ...ScenarioHead
        ...Goals
        createdAt
        from {
          scenario
        }
        steps {
          id
          place
          recordedAt
          changes {
            change
            on
            recording
            sentence {
              sv
              en
            }
          }
        }
        undone {
          is
          changes
        }
        proposals {
          version
          changedSince
          proposedAt
          matter {
            id
            number
            title
          }
        }
        adoption {
          adoptedAt
          first
          last
          shift
          matter {
            number
            title
          }
          decision {
            called
          }
          changes {
            id
            standing
            sentence {
              sv
              en
            }
          }
        }
      }
    }
  `,
  [SCENARIO_HEAD, GOALS],
);

const GOALS_OF = graphql(
  `
    query GoalsOf($id: ID!) {
      scenario(id: $id) {
        ...Goals
      }
    }
  `,
  [GOALS],
);

export type ScenarioPlan = NonNullable<ResultOf<typeof SCENARIO>['scenario']>;

/** The scenarios of an organisation; those put away as well, or not. */
export function useScenarios(slug: string, withArchived: boolean) {
  const statuses: ('OPEN' | 'ADOPTED' | 'ARCHIVED')[] = withArchived
    ? ['OPEN', 'ADOPTED', 'ARCHIVED']
    : ['OPEN', 'ADOPTED'];
  return useQuery({
    queryKey: ['scenarios', slug, statuses],
    queryFn: ({ signal }) => ask(SCENARIOS, { slug, statuses }, signal),
  });
}

/** One scenario as it now is. */
export function useScenario(id: string) {
  return useQuery({
    queryKey: ['scenario', id],
    queryFn: ({ signal }) => ask(SCENARIO, { id }, signal),
  });
}

/** The goals of one scenario of a list. */
export function useGoals(id: string, version: number) {
  return useQuery({
    queryKey: ['goals', id, version],
    queryFn: ({ signal }) => ask(GOALS_OF, { id }, signal),
  });
}
