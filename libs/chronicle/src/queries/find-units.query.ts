import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { spelling } from '#governance';
import { findUnits, type Unit, type UnitFilter } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** The units in force that match, by name. */
export class FindUnits extends Query<readonly Unit[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: UnitFilter = {},
  ) {
    super();
  }
}

@QueryHandler(FindUnits)
export class FindUnitsHandler implements IQueryHandler<FindUnits> {
  async execute({ reading, filter }: FindUnits): Promise<readonly Unit[]> {
    return findUnits(
      reading,
      filter.text === undefined ? filter : { ...filter, spellings: spellingsIn(reading) },
    );
  }
}

function spellingsIn({ register, ledgerPosition }: OrganisationReading): Map<string, string[]> {
  const spellings = new Map<string, string[]>();
  for (const { payload } of register.known(spelling, ledgerPosition)) {
    const { unit, written } = payload;
    spellings.set(unit, [...(spellings.get(unit) ?? []), written]);
  }
  return spellings;
}
