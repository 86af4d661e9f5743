import type { PoolClient } from 'pg';
import type { Position } from '#temporal';
import type { OrganisationId } from './ledger-store.js';

/** What is kept beside the ledgers of organisations and goes into a backup with them. */
export interface KeptBeside {
  /** Marks its lines in the file. */
  readonly name: string;

  /**
   * An organisation at one moment: the position of its ledger, and the values as they were then, in the order in which
   * they are to be restored, each of which JSON can hold. Null: it has no ledger.
   */
  asOfNow(
    organisation: OrganisationId,
  ): Promise<{ readonly position: Position; readonly values: AsyncIterable<object> } | null>;
}

/** Puts back what a `KeptBeside` of the same name gave. */
export interface RestoresBeside {
  readonly name: string;

  /** Begins with an organisation whose ledger is restored, in that transaction; also with one that has no values. */
  begin(client: PoolClient, organisation: OrganisationId): RestoredBeside;
}

/** One organisation's values on their way back. Both throw LedgerFault RESTORE_REFUSED. */
export interface RestoredBeside {
  add(value: object): Promise<void>;
  /** After the last value: verifies them, also against the ledger. */
  finish(): Promise<void>;
}
