import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { changeDates, type ChangeDates } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** The days on which something took effect, and the windows of what has no day. */
export class ReadChangeDates extends Query<ChangeDates> {
  constructor(readonly reading: OrganisationReading) {
    super();
  }
}

@QueryHandler(ReadChangeDates)
export class ReadChangeDatesHandler implements IQueryHandler<ReadChangeDates> {
  async execute({ reading }: ReadChangeDates): Promise<ChangeDates> {
    return changeDates(reading.timeline, reading.position);
  }
}
