import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { Organisation as Registered } from '#ledger';
import { Node } from '../schema/node.type.js';

@ObjectType({
  implements: () => [Node],
  description: 'An organisation on a date, as known at a time: both hold for everything asked of it.',
})
export class Organisation implements Node {
  private asked: Promise<OrganisationReading> | undefined;

  /** `ask` reads it at the time axes when something is asked that needs them. */
  constructor(
    readonly registered: Registered,
    private readonly ask: () => Promise<OrganisationReading>,
    /** Which axes were given: a cursor keeps the others. */
    readonly given: { readonly at: boolean; readonly knownAt: boolean },
  ) {}

  reading(): Promise<OrganisationReading> {
    return (this.asked ??= this.ask());
  }

  @Field(() => ID, { description: 'A UUID.' })
  get id(): string {
    return this.registered.id;
  }

  @Field(() => String, { description: 'Its short name in addresses.' })
  get slug(): string {
    return this.registered.slug;
  }

  @Field(() => String, { description: 'Its name as registered.' })
  get name(): string {
    return this.registered.name;
  }
}
