import type { Change, ChangeIdentity } from './change.js';
import type { ChangeId } from './ids.js';
import type { Keyed } from './keyed.js';

/** Read and written by every decision about pending changes, so that one of two that race is decided again. */
export const PENDING = 'pending';

/** The changes of a timeline that are, or ever were, recorded beside it, in the order in which they first were. */
export class PendingChanges {
  private readonly ids = new Set<ChangeId>();
  private readonly sets = new Map<string, ChangeId[]>();

  constructor(private readonly changes: Keyed<ChangeId, Change>) {}

  has({ id }: ChangeIdentity): boolean {
    return this.ids.has(id);
  }

  /** Those of one change set. */
  ofSet(changeSet: string): Change[] {
    return (this.sets.get(changeSet) ?? []).map((id) => this.changes.get(id)!);
  }

  add({ id, changeSet }: ChangeIdentity): void {
    this.ids.add(id);
    const set = this.sets.get(changeSet);
    if (set === undefined) this.sets.set(changeSet, [id]);
    else set.push(id);
  }

  /** Takes back the last `add`, which was never committed. */
  delete({ id, changeSet }: ChangeIdentity): boolean {
    this.sets.get(changeSet)?.pop();
    return this.ids.delete(id);
  }

  *[Symbol.iterator](): Generator<Change> {
    for (const id of this.ids) yield this.changes.get(id)!;
  }
}
