import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { unitState, type Unit, type UnitState } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** A unit on the date: name, type, codes, placement, existence, and what is indeterminate. */
export class ReadUnitState extends Query<UnitState> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
  ) {
    super();
  }
}

@QueryHandler(ReadUnitState)
export class ReadUnitStateHandler implements IQueryHandler<ReadUnitState> {
  async execute({ reading, unit }: ReadUnitState): Promise<UnitState> {
    return unitState(reading, unit);
  }
}
