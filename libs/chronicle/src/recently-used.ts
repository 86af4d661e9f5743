/** The values made last, by their keys. */
export class RecentlyUsed<K, V> {
  private readonly values = new Map<K, V>();

  constructor(private readonly most: number) {}

  /** The value of a key, made if it is not among those kept. */
  get(key: K, make: () => V): V {
    const kept = this.values.get(key);
    const value = kept ?? make();
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value as K);
    return value;
  }
}
