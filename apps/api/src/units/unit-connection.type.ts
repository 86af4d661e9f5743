import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../schema/connection.type.js';
import { Unit } from './unit.type.js';

@ObjectType({ description: 'A unit in a list.' })
export class UnitEdge {
  @Field(() => Unit, { description: 'The unit.' })
  readonly node!: Unit;

  @Field(() => String, { description: 'Its place in the list, to go on from.' })
  readonly cursor!: string;
}

@ObjectType({ description: 'A page of units, by name.' })
export class UnitConnection {
  @Field(() => [UnitEdge], { description: 'The units with their cursors.' })
  readonly edges!: readonly UnitEdge[];

  @Field(() => [Unit], { description: 'The units.' })
  get nodes(): Unit[] {
    return this.edges.map(({ node }) => node);
  }

  @Field(() => PageInfo, { description: 'What is before and after.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many match in all.' })
  readonly totalCount!: number;
}

@InputType({ description: 'What units must match; all that is given must hold.' })
export class UnitFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words that occur in the name or a code, without regard to case and diacritics.',
  })
  readonly text?: string | null;

  @Field(() => String, { nullable: true, description: 'Exactly this unit type.' })
  readonly type?: string | null;

  @Field(() => String, { nullable: true, description: 'Exactly this code: in `scheme`, else in any.' })
  readonly code?: string | null;

  @Field(() => String, { nullable: true, description: 'Holds a code of this scheme.' })
  readonly scheme?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Stands directly under this unit: id, key or scheme:value.',
  })
  readonly parent?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only roots.' })
  readonly isRoot?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'The hierarchy of `parent` and `isRoot`; default `line`.',
  })
  readonly hierarchy?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Also units that may or may not be in force.' })
  readonly includeIndeterminate?: boolean | null;
}
