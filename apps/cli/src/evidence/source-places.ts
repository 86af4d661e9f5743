import { document } from '#governance';
import type { Inquiry } from './inquiry.js';

/** A place in a document. */
export interface SourcePlace {
  readonly document: string;
  readonly place: string | null;
  /** What it says, in the recorder's own words. */
  readonly says: string | null;
}

/**
 * The documents and places that the source of a recording names; empty where it says none. A source in other terms, such
 * as the rows of a register, is given in those.
 */
export function placesIn(source: unknown, inquiry: Inquiry): SourcePlace[] {
  if (Array.isArray(source)) return source.flatMap((one) => placesIn(one, inquiry));
  if (typeof source === 'string' && source.trim() !== '') return [nameless(source)];
  if (typeof source !== 'object' || source === null) return [];
  const { document: named, place, says, also } = source as Record<string, unknown>;
  if (named === undefined && also === undefined) return inOwnTerms(source);
  const own =
    typeof named === 'string'
      ? [{ document: documentCalled(named, inquiry), place: textOrNull(place), says: textOrNull(says) }]
      : [];
  return [...own, ...placesIn(also, inquiry)];
}

/** "file GDEHist_GDE, mutation 3182" */
function inOwnTerms(source: object): SourcePlace[] {
  const terms = Object.entries(source).map(([term, value]) => {
    const said: unknown = Array.isArray(value) ? value.join(' ') : value;
    return `${term} ${typeof said === 'object' ? JSON.stringify(said) : String(said)}`;
  });
  return terms.length === 0 ? [] : [nameless(terms.join(', '))];
}

function nameless(text: string): SourcePlace {
  return { document: text, place: null, says: null };
}

/** The place of a record in the document that it names, unless its source says that better, and what its source says. */
export function placesOf(
  record: { readonly document?: string | undefined; readonly place?: string | undefined },
  source: unknown,
  inquiry: Inquiry,
): SourcePlace[] {
  const said = placesIn(source, inquiry);
  if (record.document === undefined) return said;
  const title = documentCalled(record.document, inquiry);
  if (said.some((other) => other.document === title)) return said;
  // A title often names the paragraph that it is an extract of.
  const place = record.place === undefined || title.includes(record.place) ? null : record.place;
  return [{ document: title, place, says: null }, ...said];
}

/** "Protokollsutdrag § 8, Beslut, andra punkten"; in the document that is spoken of already only the place. */
export function placeInWords(
  { document: title, place }: SourcePlace,
  within: readonly string[] = [],
): string {
  if (place === null) return title;
  return within.includes(title) ? place : `${title}, ${place}`;
}

/** " – Protokollsutdrag § 8; Tjänsteskrivelse": places at the end of a line; empty if there are none. */
export function placesAfter(places: readonly SourcePlace[], within: readonly string[] = []): string {
  const where = places.map((place) => placeInWords(place, within)).join('; ');
  return where === '' ? '' : ` – ${where}`;
}

/** The title of a document that is recorded; else as it is named. */
function documentCalled(named: string, { reading }: Inquiry): string {
  const { register, ledgerPosition } = reading;
  const id = register.find(named, ledgerPosition, [document.kind])?.id;
  return (id && register.get(document, id, ledgerPosition)?.payload.title) ?? named;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
