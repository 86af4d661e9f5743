import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { contradictions, type Contradiction } from '#measures';
import type { OrganisationReading } from '../organisation-reading.js';

export interface ContradictionsAsked {
  /** Of the unit with this id, or of figures that one of its figures is computed from. */
  readonly unit?: string | undefined;
  /** Of the indicator with this id. */
  readonly indicator?: string | undefined;
  /** Only those that rounding does not explain. */
  readonly beyondRounding?: boolean | undefined;
}

/** Where printed figures contradict each other. */
export class ReadContradictions extends Query<readonly Contradiction[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly asked: ContradictionsAsked = {},
  ) {
    super();
  }
}

@QueryHandler(ReadContradictions)
export class ReadContradictionsHandler implements IQueryHandler<ReadContradictions> {
  async execute({ reading, asked }: ReadContradictions): Promise<readonly Contradiction[]> {
    const { unit, indicator, beyondRounding = false } = asked;
    return contradictions(reading.register, reading.ledgerPosition, unit).filter(
      ({ printed, explanation }) =>
        (indicator === undefined || printed.indicator === indicator) &&
        !(beyondRounding && explanation === 'rounding'),
    );
  }
}
