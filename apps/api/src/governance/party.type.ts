import { Field, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { nameOfParty, unitOfParty, type Party as RecordedParty } from '#governance';
import { nameAt, type UnitId } from '#structure';
import { Unit } from '../units/unit.type.js';

@ObjectType({ description: 'Who acts or receives: a unit, or officials by their role.' })
export class Party {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly party: RecordedParty,
  ) {}

  @Field(() => String, { description: 'As the document writes it, else what its unit is called.' })
  get name(): string {
    return nameOfParty(this.party, {
      unit: (id) => {
        const unit = this.reading.timeline.units.get(id as UnitId);
        return unit === undefined ? id : nameAt(this.reading, unit);
      },
    });
  }

  @Field(() => Unit, { nullable: true, description: 'Its unit; null where none is tracked.' })
  get unit(): Unit | null {
    return unitIn(this.reading, unitOfParty(this.party));
  }
}

/** The unit with an id, whether it is in force or not; null if nothing is known of it. */
export function unitIn(reading: OrganisationReading, id: string | null | undefined): Unit | null {
  const unit = id == null ? undefined : reading.timeline.units.get(id as UnitId);
  return unit === undefined ? null : new Unit(reading, unit);
}
