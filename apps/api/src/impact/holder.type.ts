import { Field, ObjectType } from '@nestjs/graphql';
import type { Holder } from '#scenarios';
import { UnitReference } from '../units/unit-reference.type.js';
import { HolderKindEnum } from './impact-enums.js';

@ObjectType({ description: 'Who has people or money.' })
export class ResourceHolder {
  constructor(private readonly holder: Holder) {}

  @Field(() => HolderKindEnum, { description: 'Who, or what kind of nobody.' })
  get kind(): string {
    return this.holder.kind;
  }

  @Field(() => UnitReference, { nullable: true, description: 'ADMINISTRATION: the administration.' })
  get unit(): UnitReference | null {
    return this.holder.kind === 'administration' ? this.holder.unit : null;
  }
}
