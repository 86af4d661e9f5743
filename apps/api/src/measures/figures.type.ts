import { Field, ObjectType } from '@nestjs/graphql';
import type { FiguresPayload } from '#measures';
import { unitIn } from '../governance/party.type.js';
import { RecordNode } from '../governance/record.type.js';
import { Node } from '../schema/node.type.js';
import { Unit } from '../units/unit.type.js';
import { BreakdownPart, partsOf } from './breakdown.type.js';
import { Period } from './period.type.js';

@ObjectType({
  implements: () => [Node, RecordNode],
  description: 'A table, or a single statement, of figures in a document. Its rows may be of other units.',
})
export class Figures extends RecordNode<FiguresPayload> {
  @Field(() => String, { nullable: true, description: 'Its title as printed.' })
  get title(): string | null {
    return this.payload.title ?? null;
  }

  @Field(() => Unit, { nullable: true, description: 'The unit that it is about.' })
  get unit(): Unit | null {
    return unitIn(this.reading, this.payload.unit);
  }

  @Field(() => Period, { description: 'The days that it is about.' })
  get period(): Period {
    return new Period(this.payload.period);
  }

  @Field(() => [BreakdownPart], {
    description: 'Which part of the unit’s activity it is about; empty: the whole.',
  })
  get breakdown(): BreakdownPart[] {
    return partsOf(this.payload.breakdown ?? {});
  }

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  get place(): string | null {
    return this.payload.place ?? null;
  }
}
