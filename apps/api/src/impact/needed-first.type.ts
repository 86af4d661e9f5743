import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { competence } from '#governance';
import type { CompetentBodies as Competent, NeededFirst as Needed, OpenCondition as Open } from '#scenarios';
import type { Message } from '#temporal';
import { ChangeDate } from '../changes/change-date.type.js';
import { DateWindow, LegalSource } from '../governance/appeal-period.type.js';
import { CompetenceRule } from '../governance/competence-rule.type.js';
import { Condition } from '../governance/condition.type.js';
import { conditionIn, matterIn } from '../governance/found-records.js';
import { Matter } from '../governance/matter.type.js';
import { ScopeEnum } from '../schema/governance-enums.js';
import { DateScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { UnitReference } from '../units/unit-reference.type.js';

@ObjectType({ description: 'Whose decision the scenario takes, as one reform.' })
export class CompetentBodies {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly competent: Competent,
  ) {}

  @Field(() => ScopeEnum, { description: 'Where its changes happen.' })
  get scope(): string {
    return this.competent.scope;
  }

  @Field(() => [UnitReference], { description: 'The boards whose areas it touches.' })
  get boards(): readonly UnitReference[] {
    return this.competent.boards;
  }

  @Field(() => [UnitReference], {
    description: 'Bodies any of which may decide, and those of `type` that are in force today.',
  })
  get bodies(): readonly UnitReference[] {
    return this.competent.bodies;
  }

  @Field(() => String, {
    nullable: true,
    description: 'A unit type any of whose bodies may decide, such as `fullmaktige`.',
  })
  get type(): string | null {
    return this.competent.type;
  }

  @Field(() => Boolean, { description: 'No body of `type` is a unit: only its kind can be told.' })
  get untracked(): boolean {
    return this.competent.isUntracked;
  }

  @Field(() => [UnitReference], { description: 'Bodies that may decide by delegation.' })
  get delegates(): readonly UnitReference[] {
    return this.competent.delegates;
  }

  @Field(() => CompetenceRule, {
    nullable: true,
    description:
      'The recorded rule; null: the default (across boards the assembly, within a board the board).',
  })
  get rule(): CompetenceRule | null {
    const { register, ledgerPosition } = this.reading;
    const { rule } = this.competent;
    const known = rule === null ? undefined : register.get(competence, rule, ledgerPosition);
    return known === undefined ? null : new CompetenceRule(this.reading, known);
  }
}

@ObjectType({ description: 'A condition that is neither met nor failed.' })
export class OpenCondition {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly open: Open,
  ) {}

  @Field(() => String, { description: 'What it says.' })
  get text(): string {
    return this.open.text;
  }

  @Field(() => Condition, { nullable: true, description: 'The condition.' })
  get condition(): Condition | null {
    return conditionIn(this.reading, this.open.id);
  }

  @Field(() => Matter, { nullable: true, description: 'The matter in which it was set.' })
  get matter(): Matter | null {
    return matterIn(this.reading, this.open.matter);
  }

  @Field(() => [UnitReference], {
    description: 'Units that the scenario acts on and the matter is about, as they are called before.',
  })
  get units(): readonly UnitReference[] {
    return this.open.units;
  }
}

@ObjectType({ description: 'A change of the scenario that is dated too early.' })
export class EarlyChange {
  @Field(() => ID, { description: 'The change.' })
  readonly change!: string;

  @Field(() => ChangeDate, { description: 'When it takes effect.' })
  readonly on!: ChangeDate;

  @Field(() => Text, { description: 'What happens by it.' })
  readonly sentence!: Message;

  @Field(() => Boolean, { description: 'False where its date is so imprecise that it may also come later.' })
  readonly certain!: boolean;
}

@ObjectType({
  description:
    'When a decision of today can take effect and be final, if no condition is set. It may be carried out before it is final.',
})
export class EarliestDates {
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it can take effect.' })
  readonly takesEffect!: string | null;

  @Field(() => DateWindow, {
    nullable: true,
    description:
      'The first day on which it can be final (ha laga kraft), unless it is appealed; null: not computed.',
  })
  readonly finalOn!: DateWindow | null;

  @Field(() => [LegalSource], { description: 'The law that says so.' })
  readonly source!: readonly LegalSource[];

  @Field(() => [EarlyChange], {
    description: 'Changes dated before it can be decided: they could only be carried out in arrears.',
  })
  readonly beforeDecision!: readonly EarlyChange[];

  @Field(() => [EarlyChange], {
    description: 'Changes dated before the first day on which it can be final, those among them too.',
  })
  readonly beforeFinal!: readonly EarlyChange[];
}

@ObjectType({ description: 'What has to happen before the scenario can.' })
export class NeededFirst {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly needed: Needed,
  ) {}

  @Field(() => CompetentBodies, { description: 'Whose decision it takes.' })
  get competence(): CompetentBodies {
    return new CompetentBodies(this.reading, this.needed.competence);
  }

  @Field(() => [OpenCondition], {
    description:
      'Conditions that are open and were set in a matter about units that the scenario acts on, in the order of their recording.',
  })
  get conditions(): OpenCondition[] {
    return this.needed.conditions.map((open) => new OpenCondition(this.reading, open));
  }

  @Field(() => EarliestDates, { description: 'When it can be.' })
  get earliest(): EarliestDates {
    return this.needed.earliest;
  }
}
