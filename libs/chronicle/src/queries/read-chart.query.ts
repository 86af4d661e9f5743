import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { chart, type ChartOptions, type ChartUnit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** The organisation as a tree: parents before children, siblings by name. */
export class ReadChart extends Query<readonly ChartUnit[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly options: ChartOptions = {},
  ) {
    super();
  }
}

@QueryHandler(ReadChart)
export class ReadChartHandler implements IQueryHandler<ReadChart> {
  async execute({ reading, options }: ReadChart): Promise<readonly ChartUnit[]> {
    return chart(reading, options);
  }
}
