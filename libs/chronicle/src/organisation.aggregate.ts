import { AggregateRoot } from '@nestjs/cqrs';
import type { DecisionContext } from '#structure';
import type { Position } from '#temporal';
import type { AnyDraft } from './any-draft.js';
import { decideChangeSet, type OrganisationDecision } from './decide-change-set.js';
import type { OrganisationMemory } from './organisation-memory.js';
import type { Savepoint } from './recorded-organisation.js';

/** Told to listeners in this process when events are in the ledger. Nothing may depend on it. */
export class ChangesRecorded {
  constructor(
    readonly organisation: string,
    readonly first: Position,
    readonly last: Position,
  ) {}
}

/** The organisation as the one who decides what may be recorded of it. */
export class Organisation extends AggregateRoot<ChangesRecorded> {
  constructor(readonly memory: OrganisationMemory) {
    super();
  }

  /** Decides a change set on top of all that has been decided since `begin`. */
  record(drafts: readonly AnyDraft[], context: DecisionContext): OrganisationDecision {
    return decideChangeSet(this.memory, drafts, context);
  }

  /** The decisions up to the savepoint are in the ledger, up to `last`. */
  recorded(savepoint: Savepoint, first: Position, last: Position): void {
    this.memory.commitTo(savepoint);
    this.memory.advance(last);
    this.apply(new ChangesRecorded(this.memory.organisation.id, first, last));
  }
}
