import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql/graphql.js';

/** A change with what it rests on: decisions and their paragraphs, the matter, the source, and what is missing. */
export const GROUNDS = graphql(`
  fragment Grounds on Change {
    id
    kind
    standing
    on {
      earliest
      latest
      written
    }
    sentence {
      sv
      en
    }
    matter {
      id
      number
      title
    }
    log {
      position
      recordedAt
      actor
      reason
      source
    }
    standingReport {
      decisions {
        competent
        decision {
          id
          called
          act
          isDecision
          paragraph
          on {
            earliest
            latest
            written
          }
          body {
            name
          }
          recordedIn {
            title
          }
        }
      }
      missing {
        kind
        message {
          sv
          en
        }
      }
    }
  }
`);

export type ChangeGrounds = ResultOf<typeof GROUNDS>;

/** Where a fact comes from, as far as its source says so in the usual fields. */
export interface SourcePlace {
  readonly document: string | null;
  readonly place: string | null;
  readonly says: string | null;
}

/** Reads a source, which is whatever whoever recorded it gave. */
export function placesIn(source: unknown): SourcePlace[] {
  if (typeof source === 'string') return [{ document: source, place: null, says: null }];
  if (source === null || typeof source !== 'object') return [];
  const given = source as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : null);
  const own = { document: text('document') ?? text('title'), place: text('place'), says: text('says') };
  const also = Array.isArray(given['also']) ? given['also'].flatMap(placesIn) : [];
  return own.document === null && own.place === null && own.says === null ? also : [own, ...also];
}
