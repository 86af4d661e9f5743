/** Words that both texts have, or only one of them. */
export interface WordRun {
  readonly in: 'both' | 'before' | 'after';
  readonly words: string;
}

/** What differs between two texts word by word: the longest common sequence stands, the rest is before or after. */
export function wordDifference(before: string, after: string): WordRun[] {
  const [old, now] = [before.split(/\s+/), after.split(/\s+/)];
  const lengths = commonLengths(old, now);
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const runs: { in: WordRun['in']; words: string[] }[] = [];
  const put = (where: WordRun['in'], word: string) => {
    const last = runs.at(-1);
    if (last?.in === where) last.words.push(word);
    else runs.push({ in: where, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      put('both', was);
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || length(i + 1, j) >= length(i, j + 1))) {
      put('before', was);
      i += 1;
    } else if (is !== undefined) {
      put('after', is);
      j += 1;
    }
  }
  return runs.map(({ in: where, words }) => ({ in: where, words: words.join(' ') }));
}

/** How many words the rests of two texts have in common, from each pair of places on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row = [], below = []] = [lengths[i], lengths[i + 1]];
    for (let j = now.length - 1; j >= 0; j -= 1) {
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
