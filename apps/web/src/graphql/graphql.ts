import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.js';

interface Config {
  introspection: introspection;
  disableMasking: true;
  scalars: {
    Date: string;
    Decimal: string;
    EdtfDate: string;
    ID: string;
    Instant: string;
    JSON: unknown;
    Position: number;
  };
}

/** Fragments as documents carry them at run time. */
type Source = { readonly text: string };

function join(source: string, fragments: readonly Source[] = []): Source {
  const texts = fragments.flatMap(({ text }) => text.split(SEPARATOR));
  return { text: [...new Set([source, ...texts])].join(SEPARATOR) };
}

const SEPARATOR = '\n#\n';

/**
 * A GraphQL document whose variables and answer are typed from the committed schema. The types are worked out by the
 * compiler; at run time it is its text and the texts of its fragments, each once.
 */
export const graphql = join as unknown as initGraphQLTada<Config>;
