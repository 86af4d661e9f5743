/**
 * How to take back what was done, last first. An entry is a function that stands in a module and its two
 * arguments, kept side by side: one is written for every fact, so that closures would cost more than the facts.
 */
export class UndoLog {
  private readonly entries: unknown[] = [];

  /** A point to which `undoTo` can return. */
  get size(): number {
    return this.entries.length;
  }

  note<A, B>(takeBack: (a: A, b: B) => unknown, a: A, b: B): void {
    this.entries.push(takeBack, a, b);
  }

  /** Keeps what was done before a point: it can no longer be taken back, what came after it can. */
  keep(size: number): void {
    this.entries.splice(0, size);
  }

  undoTo(size: number): void {
    const { entries } = this;
    while (entries.length > size) {
      const b = entries.pop();
      const a = entries.pop();
      (entries.pop() as (a: unknown, b: unknown) => unknown)(a, b);
    }
  }
}

/** Takes back that a key was put into a map or a set. */
export function deleteFrom<K>(keyed: { delete(key: K): boolean }, key: K): void {
  keyed.delete(key);
}
