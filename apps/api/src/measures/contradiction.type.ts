import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { recordWords, type OrganisationReading } from '#chronicle';
import { contradictionInWords, formatDecimal, type Contradiction as Found } from '#measures';
import type { Message } from '#temporal';
import { connectionOf } from '../schema/connection-of.js';
import { DecimalScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { Figure } from './figure.type.js';
import { ContradictionRuleEnum, ExplanationEnum } from './reading-enums.js';

@ObjectType({ description: 'A figure that another is computed from.' })
export class ContradictionPart {
  @Field(() => Figure, { description: 'The figure.' })
  readonly figure!: Figure;

  @Field(() => Boolean, { description: 'It is taken away, not added.' })
  readonly less!: boolean;
}

@ObjectType({
  description:
    'A printed figure that is not what other printed figures say that it is. Each figure has its own place.',
})
export class Contradiction {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly found: Found,
  ) {}

  @Field(() => ContradictionRuleEnum, { description: 'What should be equal.' })
  get rule(): string {
    return this.found.rule;
  }

  @Field(() => Figure, { description: 'What is printed.' })
  get printed(): Figure {
    return new Figure(this.reading, this.found.printed);
  }

  @Field(() => [ContradictionPart], {
    description: 'What it should be computed from; of two statements of one figure, the other one.',
  })
  get parts(): ContradictionPart[] {
    return this.found.parts.map(({ figure, less }) => ({ figure: new Figure(this.reading, figure), less }));
  }

  @Field(() => String, { description: 'What the amounts below are measured in: the indicator’s own.' })
  get unitOfMeasure(): string {
    return this.found.printed.amountIn;
  }

  @Field(() => DecimalScalar, { description: 'What the parts come to.' })
  get computed(): string {
    return formatDecimal(this.found.computed);
  }

  @Field(() => DecimalScalar, { description: 'What is printed less what is computed.' })
  get difference(): string {
    return formatDecimal(this.found.difference);
  }

  @Field(() => DecimalScalar, {
    description: 'Rounding can account for a difference that is less than this.',
  })
  get tolerance(): string {
    return formatDecimal(this.found.tolerance);
  }

  @Field(() => ExplanationEnum, {
    nullable: true,
    description: 'What accounts for it; null: nothing that can be seen.',
  })
  get explanation(): string | null {
    return this.found.explanation;
  }

  @Field(() => Boolean, { description: 'The printed figure stands in another table than its parts.' })
  get elsewhere(): boolean {
    return this.found.elsewhere;
  }

  @Field(() => Boolean, { description: 'The printed figure stands in another document than its parts.' })
  get otherDocument(): boolean {
    return this.found.otherDocument;
  }

  @Field(() => Text, { description: 'What is printed where, what it should be, and what accounts for it.' })
  get sentence(): Message {
    const { register, base, ledgerPosition } = this.reading;
    return contradictionInWords(this.found, recordWords(register, base, ledgerPosition));
  }
}

@ObjectType({ description: 'A page of contradictions, in the order of their tables.' })
export class ContradictionConnection extends connectionOf(
  () => Contradiction,
  'Contradiction',
  'contradiction',
) {}

@InputType({ description: 'Which contradictions; all that is given must hold.' })
export class ContradictionFilterInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Those that a figure of the unit has part in: id, key or scheme:value.',
  })
  readonly unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Those of the indicator: its name, external id or id.',
  })
  readonly indicator?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that rounding does not explain.' })
  readonly beyondRounding?: boolean | null;
}
