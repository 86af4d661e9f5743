import { Field, ObjectType } from '@nestjs/graphql';
import type { Resolution as Settled } from '#scenarios';
import { nameAt, type Reading, type UnitId } from '#structure';
import { EdtfDateScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { ResolutionHowEnum } from './scenario-enums.js';

@ObjectType({ description: 'How a step that does not fit a newer base is, or could be, settled.' })
export class Resolution {
  constructor(
    private readonly settled: Settled,
    /** Where its units are looked up, the first that knows them. */
    private readonly readings: readonly Reading[],
  ) {}

  @Field(() => ResolutionHowEnum, { description: 'How.' })
  get how(): string {
    return this.settled.how;
  }

  @Field(() => UnitReference, { nullable: true, description: 'RETARGET: the unit that the step names.' })
  get unit(): UnitReference | null {
    return this.settled.how === 'retarget' ? unitReference(this.readings, this.settled.unit) : null;
  }

  @Field(() => UnitReference, { nullable: true, description: 'RETARGET: the unit in its place.' })
  get to(): UnitReference | null {
    return this.settled.how === 'retarget' ? unitReference(this.readings, this.settled.to) : null;
  }

  @Field(() => EdtfDateScalar, { nullable: true, description: 'REDATE: the other date.' })
  get on(): string | null {
    return this.settled.how === 'redate' ? this.settled.on : null;
  }

  @Field(() => String, { nullable: true, description: 'RECODE: the scheme.' })
  get scheme(): string | null {
    return this.settled.how === 'recode' ? this.settled.scheme : null;
  }

  @Field(() => String, { nullable: true, description: 'RECODE: the code that is taken.' })
  get code(): string | null {
    return this.settled.how === 'recode' ? this.settled.code : null;
  }

  @Field(() => String, { nullable: true, description: 'RECODE: the code in its place; null: none.' })
  get toCode(): string | null {
    return this.settled.how === 'recode' ? this.settled.to : null;
  }
}

/** A unit as it is called in the first of the readings that knows it. */
export function unitReference(readings: readonly Reading[], id: string): UnitReference {
  for (const reading of readings) {
    const unit = reading.timeline.units.get(id as UnitId);
    if (unit !== undefined) return { id, name: nameAt(reading, unit) };
  }
  return { id, name: null };
}
