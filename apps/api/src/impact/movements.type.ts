import { Field, ObjectType } from '@nestjs/graphql';
import type { Flow, HolderMovement as Moved } from '#scenarios';
import { DecimalScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Amount } from './amount.type.js';
import { ResourceHolder } from './holder.type.js';

@ObjectType({ description: 'People or money that go from one administration to another, or to nobody.' })
export class ResourceFlow {
  constructor(private readonly flow: Flow) {}

  @Field(() => UnitReference, {
    description: 'The topmost unit that they are counted at, as it is called before.',
  })
  get unit(): UnitReference {
    return this.flow.unit;
  }

  @Field(() => ResourceHolder, { description: 'From whom.' })
  get from(): ResourceHolder {
    return new ResourceHolder(this.flow.from);
  }

  @Field(() => ResourceHolder, { description: 'To whom.' })
  get to(): ResourceHolder {
    return new ResourceHolder(this.flow.to);
  }

  @Field(() => Amount, { description: 'How much.' })
  get amount(): Amount {
    return new Amount(this.flow.amount);
  }
}

@ObjectType({ description: 'What moves to and from one administration.' })
export class HolderMovement {
  constructor(private readonly moved: Moved) {}

  @Field(() => ResourceHolder, { description: 'The administration, or who else gives or receives.' })
  get holder(): ResourceHolder {
    return new ResourceHolder(this.moved.holder);
  }

  @Field(() => Amount, { description: 'What moves in.' })
  get movedIn(): Amount {
    return new Amount(this.moved.movedIn);
  }

  @Field(() => Amount, { description: 'What moves out.' })
  get movedOut(): Amount {
    return new Amount(this.moved.movedOut);
  }

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What moves in less what moves out; null: one of them is not known.',
  })
  get net(): string | null {
    return this.moved.net;
  }
}
