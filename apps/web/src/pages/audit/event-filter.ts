import type { Labels } from '../../texts/labels.js';
import { withValues } from '../../location/with-values.js';

export type EventType = keyof Labels['eventType'];

/** Which events of the ledger; it stands in the address beside the times. */
export interface EventFilter {
  readonly actor: string;
  readonly type: EventType | null;
  readonly reason: string;
  /** The id or key of a unit. */
  readonly ofUnit: string | null;
  /** The id of a change or a record. */
  readonly about: string | null;
  readonly amendments: boolean;
}

export const ALL_EVENTS: EventFilter = {
  actor: '',
  type: null,
  reason: '',
  ofUnit: null,
  about: null,
  amendments: false,
};

/** Reads a filter; a type that there is not is left out. */
export function readEventFilter(search: URLSearchParams, types: readonly string[]): EventFilter {
  const type = search.get('type');
  return {
    actor: search.get('actor') ?? '',
    type: type !== null && types.includes(type) ? (type as EventType) : null,
    reason: search.get('reason') ?? '',
    ofUnit: search.get('ofUnit'),
    about: search.get('about'),
    amendments: search.get('amendments') === '1',
  };
}

/** Writes a filter into an address, and leaves the rest of it as it is. */
export function writeEventFilter(search: URLSearchParams, filter: EventFilter): URLSearchParams {
  return withValues(search, { ...filter, amendments: filter.amendments ? '1' : null });
}
