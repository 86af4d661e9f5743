/** What can be looked up by a key and gone through in the order in which it was recorded: a map that is only read. */
export interface Keyed<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  keys(): Iterable<K>;
  values(): Iterable<V>;
  [Symbol.iterator](): Iterator<[K, V]>;
}

/**
 * What a branch has of its own, laid over what it sees of its base. First comes what the base has, each in the form
 * that the branch gives it, then what only the branch has.
 */
export class Overlay<K, V> implements Keyed<K, V> {
  constructor(
    private readonly own: ReadonlyMap<K, V>,
    private readonly base: Keyed<K, V>,
    /** What the branch sees of something in the base; undefined: it is not there yet. */
    private readonly seen: (value: V, key: K) => V | undefined,
  ) {}

  get(key: K): V | undefined {
    return this.own.get(key) ?? this.seenOf(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    let size = 0;
    for (const _ of this) size += 1;
    return size;
  }

  *keys(): Generator<K> {
    for (const [key] of this) yield key;
  }

  *values(): Generator<V> {
    for (const [key, value] of this.base) {
      const seen = this.seen(value, key);
      if (seen !== undefined) yield this.own.get(key) ?? seen;
    }
    for (const [key, value] of this.own) if (this.seenOf(key) === undefined) yield value;
  }

  *[Symbol.iterator](): Generator<[K, V], undefined> {
    for (const [key, value] of this.base) {
      const seen = this.seen(value, key);
      if (seen !== undefined) yield [key, this.own.get(key) ?? seen];
    }
    for (const entry of this.own) if (this.seenOf(entry[0]) === undefined) yield entry;
    return undefined;
  }

  private seenOf(key: K): V | undefined {
    const value = this.base.get(key);
    return value === undefined ? undefined : this.seen(value, key);
  }
}
