import { Field, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { indicator as indicatorKind } from '#measures';
import type { ResourcesImpact as Resources, SizeImpact as Sized } from '#scenarios';
import { Indicator } from '../measures/indicator.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Amount } from './amount.type.js';
import { NeutralEnum } from './impact-enums.js';
import { HolderMovement, ResourceFlow } from './movements.type.js';

@ObjectType({ description: 'What a scenario moves of one size of units.' })
export class SizeImpact {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly sized: Sized,
  ) {}

  @Field(() => Indicator, {
    nullable: true,
    description: 'What measures it; null: no indicator says that it does, and nothing is known.',
  })
  get indicator(): Indicator | null {
    const { indicator } = this.sized;
    const { register, ledgerPosition } = this.reading;
    const known = indicator && register.get(indicatorKind, indicator.id, ledgerPosition);
    return known ? new Indicator(this.reading, known) : null;
  }

  @Field(() => Amount, {
    description: 'Of the topmost units that move in the line or end, also within an administration.',
  })
  get moving(): Amount {
    return new Amount(this.sized.moving);
  }

  @Field(() => Amount, { description: 'What leaves its administration.' })
  get movedOut(): Amount {
    return new Amount(this.sized.movedOut);
  }

  @Field(() => Amount, { description: 'What of that is known to arrive somewhere in the organisation.' })
  get movedIn(): Amount {
    return new Amount(this.sized.movedIn);
  }

  @Field(() => NeutralEnum, { description: 'Whether all that leaves one administration arrives in another.' })
  get neutral(): string {
    return neutrality(this.sized.neutral);
  }

  @Field(() => [HolderMovement], {
    description: 'All that give or receive: administrations by name, then the others.',
  })
  get holders(): HolderMovement[] {
    return this.sized.holders.map((moved) => new HolderMovement(moved));
  }

  @Field(() => [ResourceFlow], { description: 'What goes from one to another, by the name of the unit.' })
  get flows(): ResourceFlow[] {
    return this.sized.flows.map((flow) => new ResourceFlow(flow));
  }
}

function neutrality(neutral: Sized['neutral']): string {
  if (neutral === 'unknown') return NeutralEnum.UNKNOWN;
  return neutral ? NeutralEnum.YES : NeutralEnum.NO;
}

@ObjectType({
  description:
    'People and money that change their administration, by the figures that are recorded for the organisation as the scenario found it.',
})
export class ResourcesImpact {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly resources: Resources,
  ) {}

  @Field(() => SizeImpact, { description: 'People in full-time equivalents.' })
  get fte(): SizeImpact {
    return new SizeImpact(this.reading, this.resources.sizes.fte);
  }

  @Field(() => SizeImpact, { description: 'People in heads.' })
  get headCount(): SizeImpact {
    return new SizeImpact(this.reading, this.resources.sizes.headCount);
  }

  @Field(() => SizeImpact, { description: 'Money to spend.' })
  get budget(): SizeImpact {
    return new SizeImpact(this.reading, this.resources.sizes.budget);
  }

  @Field(() => [UnitReference], {
    description:
      'Units that begin without a predecessor: what they are to have besides what moves to them is not recorded, and counted nowhere.',
  })
  get begunFromNothing(): readonly UnitReference[] {
    return this.resources.begunFromNothing;
  }
}
