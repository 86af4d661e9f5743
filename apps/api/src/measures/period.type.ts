import { Field, ObjectType } from '@nestjs/graphql';
import { periodInWords } from '#measures';
import { civil } from '#structure';
import { impreciseDate, type Message } from '#temporal';
import { DateScalar, EdtfDateScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';

@ObjectType({ description: 'The days that a figure is about.' })
export class Period {
  /** @param edtf from a first to a last day */
  constructor(private readonly edtf: string) {}

  @Field(() => EdtfDateScalar, { description: 'As it was written: "2023", "2023-01/2023-08".' })
  get written(): string {
    return this.edtf;
  }

  @Field(() => DateScalar, { description: 'The first day.' })
  get first(): string | null {
    return civil(impreciseDate(this.edtf).earliest);
  }

  @Field(() => DateScalar, { description: 'The last day.' })
  get last(): string | null {
    return civil(impreciseDate(this.edtf).latest);
  }

  @Field(() => Text, { description: 'In words: "January 2023 to August 2023".' })
  get words(): Message {
    return periodInWords(this.edtf);
  }
}
