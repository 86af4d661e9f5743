/** Keeps, for as long as a thing lives, the answer that was last made about it. */
export class LastAnswer<T extends object, V> {
  private readonly kept = new WeakMap<T, { readonly key: string; readonly value: V }>();

  /** The answer about the thing: the one that is kept if it was made with the same key, else made and kept. */
  of(thing: T, key: string, make: () => V): V {
    const known = this.kept.get(thing);
    if (known?.key === key) return known.value;
    const value = make();
    this.kept.set(thing, { key, value });
    return value;
  }
}
