import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inferredLineage, type InferredStep } from '#governance';
import type { Direction, Unit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** Lineage of a unit that no change says and an observation makes likely, nearest first. */
export class ReadInferredLineage extends Query<readonly InferredStep[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
    readonly direction: Direction | 'both' = 'both',
  ) {
    super();
  }
}

@QueryHandler(ReadInferredLineage)
export class ReadInferredLineageHandler implements IQueryHandler<ReadInferredLineage> {
  async execute({ reading, unit, direction }: ReadInferredLineage): Promise<readonly InferredStep[]> {
    return inferredLineage(reading.register, reading.ledgerPosition, unit.id, direction);
  }
}
