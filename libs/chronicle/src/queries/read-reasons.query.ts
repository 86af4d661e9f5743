import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { why, type Reason, type Unit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** The changes behind what a unit is on the date: its existence, name, type, placement and codes. */
export class ReadReasons extends Query<readonly Reason[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
  ) {
    super();
  }
}

@QueryHandler(ReadReasons)
export class ReadReasonsHandler implements IQueryHandler<ReadReasons> {
  async execute({ reading, unit }: ReadReasons): Promise<readonly Reason[]> {
    return why(reading, unit);
  }
}
