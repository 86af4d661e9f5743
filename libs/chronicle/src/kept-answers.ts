/** Keeps the answers that were made about a thing, by their keys, for as long as it lives. */
export class KeptAnswers<T extends object, V> {
  private readonly kept = new WeakMap<T, Map<string, V>>();

  /** The answer about the thing: the one that is kept, else made and kept. */
  of(thing: T, key: string, make: () => V): V {
    const known = this.kept.get(thing) ?? new Map<string, V>();
    this.kept.set(thing, known);
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const made = make();
    known.set(key, made);
    return made;
  }
}
