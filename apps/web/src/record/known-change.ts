import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';
import { emptyDraft, RECORD_KINDS, type Draft, type Part } from './draft.js';

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

type Payload = Readonly<Record<string, unknown>>;

/** What was said of a change, as a form: what has no field there is left out. */
export function draftOfKnown(kind: string, on: string, said: unknown): Draft | null {
  const known = RECORD_KINDS.find((each) => each === kind);
  if (known === undefined || typeof said !== 'object' || said === null) return null;
  const payload = said as Payload;
  const text = (name: string) => (typeof payload[name] === 'string' ? payload[name] : '');
  const units = texts(payload['units']);
  const into = [payload['unit'], payload['into'], payload['by']].flat().flatMap(partOf);
  const empty = emptyDraft(known, on, units.length > 0 ? units : texts([payload['unit']]));
  const to = text('to') || (known === 'ABSORB' ? text('into') : text('parent'));
  return {
    ...empty,
    name: text('name'),
    type: text('type'),
    to: to === '' ? null : to,
    top: known === 'TRANSFER' && payload['to'] === null,
    hierarchy: text('hierarchy') || 'line',
    except: texts(payload['except']),
    exceptTo: text('exceptTo') || null,
    parts: into.length > 0 ? into : empty.parts,
    what: text('what'),
    successors: texts(payload['successors']),
    succession:
      payload['successors'] === 'none' ? 'NONE' : payload['successors'] === 'unknown' ? 'UNKNOWN' : 'NAMED',
    codes: Object.entries((payload['codes'] ?? {}) as Record<string, string | null>).map(
      ([scheme, value]) => ({
        scheme,
        value: value ?? '',
      }),
    ),
  };
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

function partOf(unit: unknown): Part[] {
  if (typeof unit !== 'object' || unit === null || !('name' in unit)) return [];
  const { name, type, parent } = unit as { name: string; type?: string; parent?: string | null };
  return [{ isNew: true, unit: null, name, type: type ?? '', parent: parent ?? null }];
}
