import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { ancestorsAt, nameAt, unitState, type Unit as RecordedUnit, type UnitState } from '#structure';
import { Node } from '../schema/node.type.js';
import { DateScalar, PositionScalar } from '../schema/scalars.js';
import { UnitStatusEnum } from '../schema/enums.js';
import { Code, codesOf } from './code.type.js';
import { ExistenceInterval } from './existence.type.js';
import { Mark } from './mark.type.js';
import { UnitReference } from './unit-reference.type.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A unit as it is on a date, as known at a time. If it has ended, as it last was; if it has not begun, as it will begin.',
})
export class Unit implements Node {
  private known: UnitState | undefined;

  constructor(
    readonly reading: OrganisationReading,
    readonly unit: RecordedUnit,
  ) {}

  get state(): UnitState {
    return (this.known ??= unitState(this.reading, this.unit));
  }

  @Field(() => ID, { description: 'A UUID, the same for ever; never reused.' })
  get id(): string {
    return this.unit.id;
  }

  @Field(() => DateScalar, { description: 'The date that this is about.' })
  get at(): string {
    return this.reading.date;
  }

  @Field(() => PositionScalar, { description: 'How much of the ledger this rests on.' })
  get position(): number {
    return this.reading.ledgerPosition;
  }

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return nameAt(this.reading, this.unit);
  }

  @Field(() => String, { description: 'Its unit type.' })
  get type(): string {
    return this.state.type;
  }

  @Field(() => [Code], { description: 'Its codes, by scheme.' })
  get codes(): Code[] {
    return codesOf(this.state.codes);
  }

  @Field(() => UnitStatusEnum, { description: 'Whether it exists.' })
  get status(): string {
    return this.state.status;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day for certain of the time in force that is meant (the present one, else the one before, else the next): of an imprecise date the last that it may mean; see `existence`.',
  })
  get since(): string | null {
    return this.state.since;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day no longer in force; null while no end is known.',
  })
  get until(): string | null {
    return this.state.until;
  }

  @Field(() => ExistenceInterval, { nullable: true, description: 'That time; null if it is never in force.' })
  get existence(): ExistenceInterval | null {
    return this.state.interval;
  }

  @Field(() => [ExistenceInterval], {
    description: 'Every time in force, in order: a unit that began again has more than one.',
  })
  get intervals(): readonly ExistenceInterval[] {
    return this.state.intervals;
  }

  @Field(() => [Mark], { description: 'What is indeterminate, and which change would settle it.' })
  get indeterminate(): Mark[] {
    return this.state.indeterminate.map((mark) => new Mark(this.reading, mark));
  }

  @Field(() => [UnitReference], {
    description: 'The units from the root of `line` to this one, itself last.',
  })
  get path(): UnitReference[] {
    return [...ancestorsAt(this.reading, this.unit), this.unit].map((unit) => ({
      id: unit.id,
      name: nameAt(this.reading, unit),
    }));
  }
}
