import { Register } from '#records';
import { Timeline } from '#structure';
import { RECORD_KINDS } from './any-draft.js';

/** A point to which what was applied can be taken back. */
export interface Savepoint {
  readonly timeline: number;
  readonly register: number;
}

/** All that is recorded of one organisation: its structure, and what stands beside it. */
export class RecordedOrganisation {
  readonly timeline = new Timeline();
  readonly register = new Register(RECORD_KINDS);

  /** Whether an import line has been recorded. */
  hasImported(digest: string): boolean {
    return this.timeline.importedLines.has(digest) || this.register.importedLines.has(digest);
  }

  begin(): void {
    this.timeline.begin();
    this.register.begin();
  }

  savepoint(): Savepoint {
    return { timeline: this.timeline.savepoint(), register: this.register.savepoint() };
  }

  commit(): void {
    this.timeline.commit();
    this.register.commit();
  }

  commitTo({ timeline, register }: Savepoint): void {
    this.timeline.commitTo(timeline);
    this.register.commitTo(register);
  }

  rollbackTo({ timeline, register }: Savepoint): void {
    this.timeline.rollbackTo(timeline);
    this.register.rollbackTo(register);
  }

  rollback(): void {
    this.timeline.rollback();
    this.register.rollback();
  }
}
