import { isAscii } from './folded-text.js';

/**
 * The order in which names are listed: Swedish (å, ä, ö last), without regard to case and other
 * diacritics, then by code point, then by id. It is fixed here and does not follow the collation tables
 * of the platform, so that an answer given once stays the same for ever.
 */
export function compareNamed(a: Named, b: Named): number {
  const [left, right] = [orderKey(a.name), orderKey(b.name)];
  if (left !== right) return left < right ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The same order for many: every key is made once. Sorts in place. */
export function sortNamed<T extends Named>(items: T[]): T[] {
  if (items.length < 2) return items;
  const keyed = items.map((item) => ({ item, key: orderKey(item.name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : compareNamed(a.item, b.item)));
  for (let i = 0; i < keyed.length; i++) items[i] = keyed[i]!.item;
  return items;
}

// In ASCII the characters { | } come after z.
const PLACES: ReadonlyMap<string, string> = new Map([
  ['å', '{'],
  ['ä', '|'],
  ['æ', '|'],
  ['ö', '}'],
  ['ø', '}'],
]);

function orderKey(name: string): string {
  const lower = name.toLowerCase();
  if (isAscii(lower)) return lower;
  const key = lower.normalize('NFC').replace(/[åäæöø]/g, (letter) => PLACES.get(letter)!);
  return isAscii(key) ? key : key.normalize('NFKD').replace(/\p{M}+/gu, '');
}
