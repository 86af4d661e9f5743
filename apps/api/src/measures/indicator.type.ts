import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { IndicatorPayload } from '#measures';
import { RecordNode } from '../governance/record.type.js';
import { CombiningEnum, PolarityEnum, SizeEnum } from '../schema/governance-enums.js';
import { Node } from '../schema/node.type.js';
import { DecimalScalar } from '../schema/scalars.js';

@ObjectType({ description: 'Another unit of measure that figures of an indicator may be given in.' })
export class OtherUnitOfMeasure {
  @Field(() => String, { description: 'The other unit of measure, such as "tkr".' })
  readonly unitOfMeasure!: string;

  @Field(() => DecimalScalar, {
    description: 'How much one of it is in the indicator’s own: a tkr is "0.001" mnkr.',
  })
  readonly is!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many decimals figures in it are rounded to in print; null: they are exact.',
  })
  readonly decimals!: number | null;
}

@ObjectType({ implements: () => [Node, RecordNode], description: 'Something that is measured.' })
export class Indicator extends RecordNode<IndicatorPayload> {
  @Field(() => String, { description: 'Its name, unique among the indicators.' })
  get name(): string {
    return this.payload.name;
  }

  @Field(() => String, { description: 'What it is measured in, such as "%" or "mnkr".' })
  get unitOfMeasure(): string {
    return this.payload.unitOfMeasure;
  }

  @Field(() => [OtherUnitOfMeasure], {
    description: 'Other units of measure that its figures may be given in.',
  })
  get alsoIn(): OtherUnitOfMeasure[] {
    return Object.entries(this.payload.alsoIn ?? {}).map(([unitOfMeasure, { is, decimals }]) => ({
      unitOfMeasure,
      is,
      decimals: decimals ?? null,
    }));
  }

  @Field(() => PolarityEnum, { description: 'Which way is better.' })
  get polarity(): string {
    return this.payload.polarity;
  }

  @Field(() => CombiningEnum, { description: 'How the figure of a whole follows from those of its parts.' })
  get parts(): string {
    return this.payload.parts;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'How many decimals its figures are rounded to in print; null: they are exact.',
  })
  get decimals(): number | null {
    return this.payload.decimals ?? null;
  }

  @Field(() => SizeEnum, {
    nullable: true,
    description: 'What of the size of units it measures; null: no size.',
  })
  get sizes(): string | null {
    return this.payload.sizes ?? null;
  }

  @Field(() => String, { nullable: true, description: 'How it is defined.' })
  get text(): string | null {
    return this.payload.text ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Where in the document that defines it.' })
  get place(): string | null {
    return this.payload.place ?? null;
  }
}
