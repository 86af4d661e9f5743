import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { indicator, type IndicatorPayload } from '#measures';
import type { KnownRecord } from '#records';
import type { OrganisationReading } from '../organisation-reading.js';

/** What is measured, in the order of recording. */
export class ReadIndicators extends Query<readonly KnownRecord<IndicatorPayload>[]> {
  constructor(readonly reading: OrganisationReading) {
    super();
  }
}

@QueryHandler(ReadIndicators)
export class ReadIndicatorsHandler implements IQueryHandler<ReadIndicators> {
  async execute({ reading }: ReadIndicators): Promise<readonly KnownRecord<IndicatorPayload>[]> {
    return reading.register.known(indicator, reading.ledgerPosition);
  }
}
