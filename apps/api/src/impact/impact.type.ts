import { Field, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { Impact as Computed } from '#scenarios';
import { DateScalar } from '../schema/scalars.js';
import { LeftBehind } from './left-behind.type.js';
import { NeededFirst } from './needed-first.type.js';
import { ResourcesImpact } from './resources-impact.type.js';
import { ShapeImpact } from './shape-impact.type.js';
import { UnitsImpact } from './units-impact.type.js';

@ObjectType({
  description:
    'What a scenario comes to on a date, against the organisation as it found it. What is not known is said to be so.',
})
export class Impact {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly computed: Computed,
  ) {}

  @Field(() => DateScalar, { description: 'The date.' })
  get at(): string {
    return this.reading.date;
  }

  @Field(() => UnitsImpact, { description: 'What becomes of units.' })
  get units(): UnitsImpact {
    return new UnitsImpact(this.computed.units);
  }

  @Field(() => ResourcesImpact, { description: 'People and money.' })
  get resources(): ResourcesImpact {
    return new ResourcesImpact(this.reading, this.computed.resources);
  }

  @Field(() => ShapeImpact, { description: 'Layers, and how many units stand under one.' })
  get shape(): ShapeImpact {
    return this.computed.shape;
  }

  @Field(() => LeftBehind, { description: 'What would point at units that end.' })
  get leftBehind(): LeftBehind {
    return this.computed.leftBehind;
  }

  @Field(() => NeededFirst, {
    description: 'What has to happen first: by all changes of the scenario, whatever the date.',
  })
  get neededFirst(): NeededFirst {
    return new NeededFirst(this.reading, this.computed.neededFirst);
  }
}
