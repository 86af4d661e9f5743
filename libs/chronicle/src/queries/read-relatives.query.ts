import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { lineageOn, type Direction, type LineageOnDate, type Unit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** The units in force on the date that a unit goes back or leads to. */
export class ReadRelatives extends Query<LineageOnDate> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
    readonly direction: Direction | 'both' = 'both',
  ) {
    super();
  }
}

@QueryHandler(ReadRelatives)
export class ReadRelativesHandler implements IQueryHandler<ReadRelatives> {
  async execute({ reading, unit, direction }: ReadRelatives): Promise<LineageOnDate> {
    return lineageOn(reading, unit, direction);
  }
}
