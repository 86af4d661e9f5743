import { Field, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { competence, isCompetent, lastVersion, type StandingReport as Report } from '#governance';
import type { Refusal } from '#structure';
import type { Message } from '#temporal';
import { Change } from '../changes/change.type.js';
import { DateScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { UserErrorCodeEnum } from '../schema/enums.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Unit } from '../units/unit.type.js';
import { changesIn } from './change-in.js';
import { CompetenceRule } from './competence-rule.type.js';
import { Condition } from './condition.type.js';
import { Decision } from './decision.type.js';
import { ScopeEnum } from '../schema/governance-enums.js';
import { ChangeStandingEnum } from './reading-enums.js';
import { unitIn } from './party.type.js';
import { TodoItem } from './todo.type.js';

@ObjectType({ description: 'Whose decision a change takes.' })
export class CompetenceNeeded {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly needed: Report['needed'],
  ) {}

  @Field(() => ScopeEnum, { description: 'Where the change happens.' })
  get scope(): string {
    return this.needed.scope;
  }

  @Field(() => [Unit], { description: 'The boards whose areas it touches.' })
  get boards(): Unit[] {
    return this.units(this.needed.boards);
  }

  @Field(() => [Unit], {
    description: 'Bodies any of which may decide; so may any that stands above one of them.',
  })
  get bodies(): Unit[] {
    return this.units(this.needed.bodies);
  }

  @Field(() => String, { nullable: true, description: 'A unit type any of whose bodies may decide.' })
  get type(): string | null {
    return this.needed.type;
  }

  @Field(() => [Unit], { description: 'Bodies that may decide by delegation.' })
  get delegates(): Unit[] {
    return this.units(this.needed.delegates);
  }

  @Field(() => CompetenceRule, {
    nullable: true,
    description:
      'The recorded rule; null: the default (across boards the assembly, within a board the board).',
  })
  get rule(): CompetenceRule | null {
    const { rule } = this.needed;
    const known =
      rule === null ? undefined : this.reading.register.get(competence, rule, this.reading.ledgerPosition);
    return known === undefined ? null : new CompetenceRule(this.reading, known);
  }

  private units(units: readonly { readonly id: string }[]): Unit[] {
    return units.flatMap(({ id }) => unitIn(this.reading, id) ?? []);
  }
}

@ObjectType({ description: 'A decision that a change rests on.' })
export class DecisionBehind {
  @Field(() => Decision, { description: 'The decision.' })
  readonly decision!: Decision;

  @Field(() => Boolean, {
    description: 'Whether it is one that the change takes: by a competent body, and more than a proposal.',
  })
  readonly competent!: boolean;
}

@ObjectType({ description: 'Why something cannot be applied to the organisation as it is.' })
export class Obstacle {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly refusal: Refusal<string>,
  ) {}

  @Field(() => UserErrorCodeEnum, { description: 'The code.' })
  get code(): string {
    return this.refusal.code;
  }

  @Field(() => Text, { description: 'The text in both languages.' })
  get message(): Message {
    return this.refusal.message;
  }

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it goes wrong.' })
  get date(): string | null {
    return this.refusal.date ?? null;
  }

  @Field(() => [UnitReference], { description: 'The units involved.' })
  get units(): readonly UnitReference[] {
    return this.refusal.units;
  }

  @Field(() => [Change], { description: 'Recorded changes in the way.' })
  get changes(): Change[] {
    return changesIn(this.reading, this.refusal.changes);
  }
}

@ObjectType({
  description: 'Changes recorded together that the standing asks for and that do not fit: they are left out.',
})
export class LeftOut {
  @Field(() => [Change], { description: 'The changes.' })
  readonly changes!: readonly Change[];

  @Field(() => [Obstacle], { description: 'Why.' })
  readonly reasons!: readonly Obstacle[];
}

@ObjectType({ description: "A change's standing on the date, with all that it follows from." })
export class StandingReport {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly report: Report,
    private readonly change: Change,
    /** What is missing before the change has taken effect for certain. */
    private readonly lacking: readonly TodoItem[],
  ) {}

  @Field(() => ChangeStandingEnum, { description: 'The standing.' })
  get standing(): string {
    return this.report.standing;
  }

  @Field(() => [DecisionBehind], { description: 'All decisions that it rests on, first to last.' })
  get decisions(): DecisionBehind[] {
    const { base, ledgerPosition } = this.reading;
    const recorded = base.changes.get(this.change.entry.id);
    const from = recorded && lastVersion(recorded, ledgerPosition)?.from;
    return this.report.decisions.map((known) => ({
      decision: new Decision(this.reading, known),
      competent: from !== undefined && isCompetent(known, this.report.needed, base, from, ledgerPosition),
    }));
  }

  @Field(() => Decision, {
    nullable: true,
    description: 'The one that settles it: the last by a competent body; null while there is none.',
  })
  get settledBy(): Decision | null {
    const { settledBy } = this.report;
    return settledBy === undefined ? null : new Decision(this.reading, settledBy);
  }

  @Field(() => CompetenceNeeded, { description: 'Whose decision it takes.' })
  get needed(): CompetenceNeeded {
    return new CompetenceNeeded(this.reading, this.report.needed);
  }

  @Field(() => [Condition], { description: 'The conditions of its decisions.' })
  get conditions(): Condition[] {
    return this.report.conditions.map((known) => new Condition(this.reading, known));
  }

  @Field(() => [Obstacle], {
    description: 'Why it could not be applied, or not be taken back; empty if nothing stands in the way.',
  })
  get blocked(): Obstacle[] {
    return (this.report.blocked?.reasons ?? []).map((reason) => new Obstacle(this.reading, reason));
  }

  @Field(() => Boolean, {
    description: 'The date lies within the window of its date: whether it has taken effect cannot be known.',
  })
  get indeterminate(): boolean {
    return this.report.indeterminate;
  }

  @Field(() => [TodoItem], {
    description: 'The evidence that is missing before it has taken effect for certain.',
  })
  get missing(): readonly TodoItem[] {
    return this.lacking;
  }
}
