/** Keeps what was used last, up to a size. */
export class BoundedCache<V> {
  private readonly kept = new Map<string, { readonly value: V; readonly size: number }>();
  private total = 0;

  /** `largest`: of all that is kept, in whatever unit the sizes are. */
  constructor(private readonly largest: number) {}

  get(key: string): V | undefined {
    const entry = this.kept.get(key);
    if (entry === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, size: number): void {
    this.delete(key);
    if (size > this.largest) return;
    this.kept.set(key, { value, size });
    this.total += size;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.largest) break;
      this.delete(oldest);
    }
  }

  private delete(key: string): void {
    this.total -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
