import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../graphql/ask.js';
import { graphql } from '../../../graphql/graphql.js';

const MATTERS = graphql(`
  query MattersToRestOn($slug: String!) {
    organisation(slug: $slug) {
      matters(first: 200) {
        nodes {
          id
          number
          title
          chain {
            id
            called
            act
            isDecision
          }
        }
      }
    }
  }
`);

/** The matters of the organisation, each with its decisions and proposals. */
export function useMatters(slug: string) {
  const { data } = useQuery({
    queryKey: ['matters-to-rest-on', slug],
    queryFn: ({ signal }) => ask(MATTERS, { slug }, signal),
  });
  return data?.organisation?.matters.nodes ?? [];
}
