import { Field, ObjectType } from '@nestjs/graphql';
import { QuestionRefused } from '#chronicle';
import type { Breakdown } from '#measures';
import type { BreakdownInput } from './inputs/figures.input.js';

@ObjectType({ description: 'Which part of a unit’s activity a figure is about, in one dimension.' })
export class BreakdownPart {
  @Field(() => String, { description: 'The dimension, such as "kön".' })
  readonly dimension!: string;

  @Field(() => String, { description: 'The category, such as "kvinnor".' })
  readonly category!: string;
}

export function partsOf(breakdown: Breakdown): BreakdownPart[] {
  return Object.entries(breakdown).map(([dimension, category]) => ({ dimension, category }));
}

/** The breakdown that a filter asks for; undefined: any. @throws QuestionRefused INVALID_FILTER */
export function breakdownAsked(
  parts: readonly BreakdownInput[] | null | undefined,
  field: string,
): Breakdown | undefined {
  if (parts == null) return undefined;
  const dimensions = new Set(parts.map(({ dimension }) => dimension));
  if (dimensions.size < parts.length) {
    throw new QuestionRefused(
      'INVALID_FILTER',
      {
        sv: 'En fördelning har en kategori i varje dimension.',
        en: 'A breakdown has one category in each dimension.',
      },
      field,
    );
  }
  return Object.fromEntries(parts.map(({ dimension, category }) => [dimension, category]));
}
