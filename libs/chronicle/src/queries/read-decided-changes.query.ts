import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DecidedChanges } from '#governance';
import { decidedChanges } from '../decided-changes-kept.js';
import type { OrganisationReading } from '../organisation-reading.js';

/** Which changes the decisions and matters are about. */
export class ReadDecidedChanges extends Query<DecidedChanges> {
  constructor(readonly reading: OrganisationReading) {
    super();
  }
}

@QueryHandler(ReadDecidedChanges)
export class ReadDecidedChangesHandler implements IQueryHandler<ReadDecidedChanges> {
  async execute({ reading }: ReadDecidedChanges): Promise<DecidedChanges> {
    return decidedChanges(reading);
  }
}
