import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { Mark as Open } from '#structure';
import { DateScalar, EdtfDateScalar, JsonScalar } from '../schema/scalars.js';

@ObjectType({
  description: 'What may have changed already: the date of a change is not known well enough to say.',
})
export class Mark {
  constructor(
    readonly reading: OrganisationReading,
    readonly open: Open,
  ) {}

  @Field(() => String, {
    description: '`existence`, `name`, `type`, `parent:<hierarchy>` or `code:<scheme>`.',
  })
  get field(): string {
    return this.open.field;
  }

  @Field(() => ID, { description: 'The change whose precise date would settle it.' })
  get change(): string {
    return this.open.change;
  }

  @Field(() => DateScalar, { nullable: true, description: 'First day it can have taken effect; null: open.' })
  get earliest(): string | null {
    return this.open.earliest;
  }

  @Field(() => DateScalar, { nullable: true, description: 'Last day it can take effect; null: open.' })
  get latest(): string | null {
    return this.open.latest;
  }

  @Field(() => EdtfDateScalar, { description: 'The date of the change as written.' })
  get written(): string {
    return this.open.written;
  }

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "What the field would be: a text, a parent's id, or for existence true or false; null for existence: the form of the change is open, and with it what becomes of the unit.",
  })
  get value(): string | boolean | null {
    return this.open.value;
  }

  @Field(() => String, { nullable: true, description: "The parent's name, when the field is a parent." })
  get valueName(): string | null {
    return this.open.valueName;
  }
}
