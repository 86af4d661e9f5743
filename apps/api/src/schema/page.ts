import { createHash } from 'node:crypto';
import type { OrganisationReading } from '#chronicle';
import { CodedError } from '../refusals/coded-error.js';
import { type PageArgs, type PageInfo } from './connection.type.js';

export const LARGEST_PAGE = 200;

export interface Edge<N> {
  readonly node: N;
  readonly cursor: string;
}

export interface Page<N> {
  readonly edges: readonly Edge<N>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** What a cursor is bound to: it is refused anywhere else. */
export interface Pin {
  readonly organisation: string;
  /** Null: what is recorded. */
  readonly scenario: string | null;
  /** The position of the ledger, or the version of the scenario. */
  readonly revision: number;
  readonly at: number;
  readonly standing: string;
  /** Which list, and its filter. */
  readonly question: string;
}

export function pinOf(reading: OrganisationReading, question: string): Pin {
  const { organisation, scenario, revision, at, standing } = reading;
  return {
    organisation: organisation.id,
    scenario: scenario?.state.id ?? null,
    revision,
    at,
    standing,
    question,
  };
}

/** @throws CodedError INVALID_PAGE */
export function checkPage({ first, last, after, before }: PageArgs): void {
  const size = first ?? last;
  const one = (first == null) !== (last == null);
  const ends = (after == null || first != null) && (before == null || last != null);
  if (one && ends && size! >= 1 && size! <= LARGEST_PAGE) return;
  throw new CodedError(
    'INVALID_PAGE',
    {
      sv: `Ange antingen first (med after) eller last (med before), från 1 till ${LARGEST_PAGE}.`,
      en: `Give either first (with after) or last (with before), from 1 to ${LARGEST_PAGE}.`,
    },
    last == null ? 'first' : 'last',
  );
}

/** Cuts a page out of all that match; `keyOf` tells items apart. @throws CodedError INVALID_CURSOR */
export function pageOf<T, N>(
  items: readonly T[],
  args: PageArgs,
  pin: Pin,
  keyOf: (item: T) => string,
  nodeOf: (item: T) => N,
): Page<N> {
  const from = args.after == null ? 0 : indexOf(items, args.after, pin, keyOf) + 1;
  const to = args.before == null ? items.length : indexOf(items, args.before, pin, keyOf);
  return cutOut(items, args, { from, to }, (item, index) => ({
    node: nodeOf(item),
    cursor: writeCursor(pin, keyOf(item), index),
  }));
}

/** A list that may have changed between two of its pages. */
export interface OrderedList<T, N> {
  /** Which list it is, with its filter: its cursors are taken nowhere else. */
  readonly list: string;
  /** Its place: the items stand in the order of these texts, and no two have the same. */
  orderOf(item: T): string;
  nodeOf(item: T): N;
}

/** Cuts a page out of a list, going on from a place that need not be taken any more. @throws CodedError INVALID_CURSOR */
export function pageInOrder<T, N>(
  items: readonly T[],
  args: PageArgs,
  { list, orderOf, nodeOf }: OrderedList<T, N>,
): Page<N> {
  const pin: Pin = { organisation: '', scenario: null, revision: 0, at: 0, standing: '', question: list };
  const placeIn = (text: string): string => {
    const { revision, at, key, index, seal } = readCursor(text);
    if (seal !== sealOf(pin, [revision, at, key, index])) throw invalidCursor();
    return key;
  };
  let from = 0;
  let to = items.length;
  if (args.after != null) {
    const place = placeIn(args.after);
    from = items.filter((item) => orderOf(item) <= place).length;
  }
  if (args.before != null) {
    const place = placeIn(args.before);
    to = items.filter((item) => orderOf(item) < place).length;
  }
  return cutOut(items, args, { from, to }, (item) => ({
    node: nodeOf(item),
    cursor: writeCursor(pin, orderOf(item), 0),
  }));
}

function cutOut<T, N>(
  items: readonly T[],
  { first, last }: PageArgs,
  within: { readonly from: number; readonly to: number },
  edgeOf: (item: T, index: number) => Edge<N>,
): Page<N> {
  const { from, to } =
    first != null
      ? { from: within.from, to: Math.min(within.to, within.from + first) }
      : { from: last == null ? within.from : Math.max(within.from, within.to - last), to: within.to };
  const edges = items.slice(from, to).map((item, i) => edgeOf(item, from + i));
  return {
    edges,
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: items.length,
  };
}

interface Cursor {
  readonly revision: number;
  readonly at: number;
  readonly key: string;
  readonly index: number;
}

function writeCursor(pin: Pin, key: string, index: number): string {
  const content = [pin.revision, pin.at, key, index];
  return Buffer.from(JSON.stringify([...content, sealOf(pin, content)])).toString('base64url');
}

/** What a cursor says, before it is known what it is bound to. @throws CodedError INVALID_CURSOR */
export function readCursor(text: string): Cursor & { readonly seal: string } {
  try {
    const [revision, at, key, index, seal] = JSON.parse(
      Buffer.from(text.slice(0, 1000), 'base64url').toString(),
    ) as unknown[];
    if (
      Number.isSafeInteger(revision) &&
      Number.isSafeInteger(at) &&
      typeof key === 'string' &&
      Number.isSafeInteger(index) &&
      typeof seal === 'string'
    ) {
      return { revision: revision as number, at: at as number, key, index: index as number, seal };
    }
  } catch {
    // It is no cursor.
  }
  throw invalidCursor();
}

function indexOf<T>(items: readonly T[], text: string, pin: Pin, keyOf: (item: T) => string): number {
  const { revision, at, key, index, seal } = readCursor(text);
  const item = items[index];
  const isOurs =
    revision === pin.revision &&
    at === pin.at &&
    seal === sealOf(pin, [revision, at, key, index]) &&
    item !== undefined &&
    keyOf(item) === key;
  if (!isOurs) throw invalidCursor();
  return index;
}

function sealOf({ organisation, scenario, standing, question }: Pin, content: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(['kronika cursor 1', organisation, scenario, standing, question, ...content]))
    .digest('base64url')
    .slice(0, 16);
}

function invalidCursor(): CodedError {
  return new CodedError('INVALID_CURSOR', {
    sv: 'Markören kommer inte från denna fråga: annan organisation, datum, kunskapstid eller filter.',
    en: 'The cursor does not come from this question: other organisation, date, knowledge time or filter.',
  });
}
