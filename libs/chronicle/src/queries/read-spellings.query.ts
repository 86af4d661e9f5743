import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { spellingsOf, type Spelling } from '#governance';
import type { Unit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** Every way in which a unit's name is written beside its own, each with its source. */
export class ReadSpellings extends Query<readonly Spelling[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
  ) {
    super();
  }
}

@QueryHandler(ReadSpellings)
export class ReadSpellingsHandler implements IQueryHandler<ReadSpellings> {
  async execute({ reading, unit }: ReadSpellings): Promise<readonly Spelling[]> {
    return spellingsOf(reading.register, reading.ledgerPosition, unit.id);
  }
}
