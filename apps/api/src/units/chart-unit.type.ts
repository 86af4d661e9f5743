import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { ChartUnit as Box } from '#structure';
import { DateScalar } from '../schema/scalars.js';
import { Code, codesOf } from './code.type.js';
import { Mark } from './mark.type.js';

@ObjectType({
  description: 'One box of a chart. Lists of them have parents before children, siblings by name.',
})
export class ChartUnit {
  constructor(
    private readonly box: Box,
    private readonly keyScheme: string,
    private readonly reading: OrganisationReading,
  ) {}

  @Field(() => ID, { description: 'The id of the unit.' })
  get id(): string {
    return this.box.id;
  }

  @Field(() => String, { nullable: true, description: 'Its code in the scheme of keys.' })
  get key(): string | null {
    return this.box.code(this.keyScheme);
  }

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return this.box.name;
  }

  @Field(() => String, { description: 'Its unit type.' })
  get type(): string {
    return this.box.type;
  }

  @Field(() => Int, { description: 'How many levels it stands below the top of this chart.' })
  get depth(): number {
    return this.box.depth;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The unit it stands under, also when the chart starts below that; null: a root.',
  })
  get parentId(): string | null {
    return this.box.parentId;
  }

  @Field(() => String, { nullable: true, description: "The parent's code in the scheme of keys." })
  get parentKey(): string | null {
    return this.box.parentCode(this.keyScheme);
  }

  @Field(() => [ID], { description: "Ids from the organisation's root to the unit, itself last." })
  get path(): string[] {
    return this.box.path;
  }

  @Field(() => [Code], { description: 'Its codes, by scheme.' })
  get codes(): Code[] {
    return codesOf(this.box.codes);
  }

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day for certain of its present time in force: of an imprecise date the last that it may mean; null if it may not be in force.',
  })
  get since(): string | null {
    return this.box.since;
  }

  @Field(() => Boolean, { description: 'Its existence, name, type or place may have changed already.' })
  get indeterminate(): boolean {
    return this.box.indeterminate;
  }

  @Field(() => [Mark], {
    description:
      'What of it is indeterminate: its possible places, names and types, each with the change that would settle it.',
  })
  get marks(): Mark[] {
    return this.box.marks.map((mark) => new Mark(this.reading, mark));
  }
}
