import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { lineage, type LineageOptions, type LineageStep, type Unit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** Where a unit came from and where it went, through all generations. */
export class ReadLineage extends Query<readonly LineageStep[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
    readonly options: LineageOptions = {},
  ) {
    super();
  }
}

@QueryHandler(ReadLineage)
export class ReadLineageHandler implements IQueryHandler<ReadLineage> {
  async execute({ reading, unit, options }: ReadLineage): Promise<readonly LineageStep[]> {
    return lineage(reading, unit, options);
  }
}
