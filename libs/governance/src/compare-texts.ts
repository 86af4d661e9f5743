import { foldText } from '#structure';

/** How two texts of a list go together. */
export type PairedText<T> =
  | { readonly change: 'same'; readonly before: T; readonly after: T }
  | { readonly change: 'changed'; readonly before: T; readonly after: T }
  | { readonly change: 'removed'; readonly before: T }
  | { readonly change: 'added'; readonly after: T };

/** From what share of common words on two texts are one text that was reworded. */
const ALIKE = 0.5;

/**
 * Pairs two lists of texts: those that say the same (see `normalText`) first, then, among the rest, the most alike
 * that share at least half of their words. In the order of the later list; what was removed stands last.
 */
export function pairTexts<T>(
  before: readonly T[],
  after: readonly T[],
  textOf: (item: T) => string,
): PairedText<T>[] {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const take = (later: number, earlier: number) => {
    partners.set(later, earlier);
    taken.add(earlier);
  };
  const earlierTexts = before.map((item) => normalText(textOf(item)));
  const laterTexts = after.map((item) => normalText(textOf(item)));
  for (const [later, text] of laterTexts.entries()) {
    const earlier = earlierTexts.findIndex((other, i) => other === text && !taken.has(i));
    if (earlier !== -1) take(later, earlier);
  }
  const laterLeft = [...after.keys()].filter((i) => !partners.has(i));
  const earlierLeft = [...before.keys()].filter((i) => !taken.has(i));
  const pairs = alikeFirst(
    laterLeft.map((i) => laterTexts[i]!),
    earlierLeft.map((i) => earlierTexts[i]!),
  );
  for (const pair of pairs) {
    const [later, earlier] = [laterLeft[pair.later]!, earlierLeft[pair.earlier]!];
    if (!partners.has(later) && !taken.has(earlier)) take(later, earlier);
  }
  return [
    ...after.map((item, later): PairedText<T> => {
      const earlier = partners.get(later);
      if (earlier === undefined) return { change: 'added', after: item };
      const isSame = earlierTexts[earlier] === laterTexts[later];
      return { change: isSame ? 'same' : 'changed', before: before[earlier]!, after: item };
    }),
    ...before
      .filter((_, i) => !taken.has(i))
      .map((item): PairedText<T> => ({ change: 'removed', before: item })),
  ];
}

/** A text without regard to case, runs of blanks, a leading bullet or number, quotation marks and final stops. */
export function normalText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[”“„"’‘']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-–—•*·▪\uf0b7]|\(?\d{1,2}[.)])\s+/, '')
    .replace(/[\s.;,]+$/, '');
}

interface Pair {
  readonly later: number;
  readonly earlier: number;
  readonly share: number;
}

function alikeFirst(later: readonly string[], earlier: readonly string[]): Pair[] {
  const earlierWords = earlier.map(wordsOf);
  return later
    .flatMap((text, i) => {
      const words = wordsOf(text);
      return earlierWords.map((others, j) => ({ later: i, earlier: j, share: wordsShared(words, others) }));
    })
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share || a.later - b.later || a.earlier - b.earlier);
}

/** How often each word occurs in a text, diacritics aside. */
type Words = ReadonlyMap<string, number>;

function wordsOf(text: string): Words {
  const words = new Map<string, number>();
  for (const word of foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** The share of words that two texts have in common, from 0 to 1 (Dice's coefficient). */
function wordsShared(a: Words, b: Words): number {
  let shared = 0;
  for (const [word, times] of a) shared += Math.min(times, b.get(word) ?? 0);
  const total = countOf(a) + countOf(b);
  return total === 0 ? 0 : (2 * shared) / total;
}

function countOf(words: Words): number {
  let count = 0;
  for (const times of words.values()) count += times;
  return count;
}
