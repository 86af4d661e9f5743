import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { matter, type MatterPayload } from '#governance';
import type { KnownRecord } from '#records';
import { foldText, wordsSought } from '#structure';
import { impreciseDate, type Day } from '#temporal';
import type { OrganisationReading } from '../organisation-reading.js';

export interface MatterFilter {
  /** Words in the number or title, without regard to case and diacritics. */
  readonly text?: string | undefined;
  /** Only those that are not certainly closed on the date, or only those that are. */
  readonly open?: boolean | undefined;
}

/** The matters known, in the order of their recording. */
export class ReadMatters extends Query<readonly KnownRecord<MatterPayload>[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: MatterFilter = {},
  ) {
    super();
  }
}

@QueryHandler(ReadMatters)
export class ReadMattersHandler implements IQueryHandler<ReadMatters> {
  async execute({ reading, filter }: ReadMatters): Promise<readonly KnownRecord<MatterPayload>[]> {
    const words = wordsSought(filter.text);
    return reading.register
      .known(matter, reading.ledgerPosition)
      .filter(({ payload }) => filter.open === undefined || isOpen(payload, reading.at) === filter.open)
      .filter(({ payload: { number = '', title } }) => {
        const text = foldText(`${number}\n${title}`);
        return words.every((word) => text.includes(word));
      });
  }
}

function isOpen({ closed }: MatterPayload, at: Day): boolean {
  return closed === undefined || at < impreciseDate(closed).latest;
}
