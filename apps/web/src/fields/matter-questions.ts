import { useQuery } from '@tanstack/react-query';
import { ask } from '../graphql/ask.js';
import { graphql } from '../graphql/graphql.js';

const FOUND = graphql(`
  query FindMatters($slug: String!, $text: String) {
    organisation(slug: $slug) {
      matters(first: 12, filter: { text: $text }) {
        nodes {
          id
          number
          title
        }
      }
    }
  }
`);

const CHOSEN = graphql(`
  query MatterToRestOn($slug: String!, $id: ID!) {
    organisation(slug: $slug) {
      matter(id: $id) {
        id
        number
        title
        chain {
          id
          called
          act
        }
      }
    }
  }
`);

/** Matters by words of their number or title; without words, the first ones. */
export function useFoundMatters(slug: string, words: string) {
  const text = words.trim() === '' ? null : words.trim();
  const { data } = useQuery({
    queryKey: ['find-matters', slug, text],
    queryFn: ({ signal }) => ask(FOUND, { slug, text }, signal),
  });
  return data?.organisation?.matters.nodes;
}

/** A matter with its decisions and proposals; null: none is chosen, or it is not known yet. */
export function useMatterToRestOn(slug: string, id: string | null) {
  const { data } = useQuery({
    queryKey: ['matter-to-rest-on', slug, id],
    queryFn: ({ signal }) => ask(CHOSEN, { slug, id: id ?? '' }, signal),
    enabled: id !== null,
  });
  return id === null ? null : (data?.organisation?.matter ?? null);
}
