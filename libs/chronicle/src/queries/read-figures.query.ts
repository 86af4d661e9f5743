import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { figuresOf, highestFirst, type Figure } from '#measures';
import type { OrganisationReading } from '../organisation-reading.js';
import { overlapping, type FiguresAsked } from './figure-filter.js';

/** As their tables were recorded, row by row; or by amount, where what cannot be compared comes last. */
export const FIGURE_ORDERS = ['recorded', 'highest', 'lowest'] as const;
export type FigureOrder = (typeof FIGURE_ORDERS)[number];

/** The figures that are recorded. @throws QuestionRefused INVALID_DATE */
export class ReadFigures extends Query<readonly Figure[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly asked: FiguresAsked = {},
    readonly order: FigureOrder = 'recorded',
  ) {
    super();
  }
}

@QueryHandler(ReadFigures)
export class ReadFiguresHandler implements IQueryHandler<ReadFigures> {
  async execute({ reading, asked, order }: ReadFigures): Promise<readonly Figure[]> {
    const { unit, indicator, during, kinds, breakdown } = asked;
    const isMeant = overlapping(during);
    const found = figuresOf(reading.register, reading.ledgerPosition, {
      ...(unit === undefined ? {} : { unit }),
      ...(indicator === undefined ? {} : { indicator }),
      ...(kinds === undefined ? {} : { kinds }),
      ...(breakdown === undefined ? {} : { breakdown }),
    }).filter(isMeant);
    if (order === 'recorded') return found;
    const sorted = highestFirst(found);
    return order === 'highest' ? sorted : lowestFirst(sorted);
  }
}

function lowestFirst(highest: readonly Figure[]): Figure[] {
  const comparable = highest.filter(({ amount }) => amount !== null);
  return [...comparable.reverse(), ...highest.filter(({ amount }) => amount === null)];
}
