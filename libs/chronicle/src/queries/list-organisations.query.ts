import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LedgerStore, Organisation } from '#ledger';
import { LEDGER } from '../tokens.js';

/** All organisations, by slug. */
export class ListOrganisations extends Query<readonly Organisation[]> {}

@QueryHandler(ListOrganisations)
export class ListOrganisationsHandler implements IQueryHandler<ListOrganisations> {
  constructor(@Inject(LEDGER) private readonly ledger: LedgerStore) {}

  execute(): Promise<readonly Organisation[]> {
    return this.ledger.organisations();
  }
}
