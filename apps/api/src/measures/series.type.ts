import { Field, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import {
  formatDecimal,
  gapInWords,
  pointInWords,
  type Gap,
  type InferredEdge,
  type Series as Restated,
  type SeriesPoint as Point,
  type SeriesTerm as Term,
} from '#measures';
import type { UnitReference as Reference } from '#structure';
import type { Message } from '#temporal';
import { changesIn } from '../governance/change-in.js';
import { unitIn } from '../governance/party.type.js';
import { Change } from '../changes/change.type.js';
import { RelationEnum } from '../schema/enums.js';
import { ConfidenceEnum, ValueKindEnum } from '../schema/governance-enums.js';
import { DateScalar, DecimalScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Unit } from '../units/unit.type.js';
import { BreakdownPart, partsOf } from './breakdown.type.js';
import { Figure } from './figure.type.js';
import { Period } from './period.type.js';
import { GapCodeEnum, TermRoleEnum } from './reading-enums.js';

@ObjectType({ description: 'Why a figure cannot be restated.' })
export class SeriesGap {
  constructor(private readonly gap: Gap) {}

  @Field(() => GapCodeEnum, { description: 'What cannot be known.' })
  get code(): string {
    return this.gap.code;
  }

  @Field(() => UnitReference, { description: 'Of which unit.' })
  get unit(): Reference {
    return this.gap.unit;
  }

  @Field(() => [UnitReference], { description: 'Where something went, or came from.' })
  get others(): readonly Reference[] {
    return this.gap.others;
  }

  @Field(() => Text, { description: 'As a clause.' })
  get sentence(): Message {
    return gapInWords(this.gap);
  }
}

@ObjectType({ description: 'A figure that a restated one is computed from.' })
export class SeriesTerm {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly term: Term,
  ) {}

  @Field(() => UnitReference, { description: 'The unit.' })
  get unit(): Reference {
    return this.term.unit;
  }

  @Field(() => TermRoleEnum, { description: 'How its figure enters.' })
  get role(): string {
    return this.term.role;
  }

  @Field(() => DecimalScalar, {
    description: 'How often its figure counts: "1" is added, "-1" taken away, between them a share.',
  })
  get share(): string {
    return formatDecimal(this.term.share);
  }

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its figure, in the indicator’s own unit of measure; null: none is known.',
  })
  get amount(): string | null {
    const { amount } = this.term;
    return amount && formatDecimal(amount);
  }

  @Field(() => [Figure], { description: 'Every statement of it.' })
  get statements(): Figure[] {
    return this.term.statements.map((stated) => new Figure(this.reading, stated));
  }

  @Field(() => [Change], {
    description:
      'The changes that moved it between the period and the date of the perimeter; each has its standing.',
  })
  get changes(): Change[] {
    return changesIn(this.reading, this.term.changes);
  }
}

@ObjectType({
  description: 'Lineage that no change says, inferred from an observation, that an answer rests on.',
})
export class FollowedInference {
  constructor(
    readonly reading: OrganisationReading,
    readonly edge: InferredEdge,
  ) {}

  @Field(() => Unit, { nullable: true, description: 'The predecessor.' })
  get from(): Unit | null {
    return unitIn(this.reading, this.edge.from);
  }

  @Field(() => Unit, { nullable: true, description: 'The successor.' })
  get to(): Unit | null {
    return unitIn(this.reading, this.edge.to);
  }

  @Field(() => RelationEnum, { description: 'How the one continues the other.' })
  get relation(): string {
    return this.edge.relation;
  }

  @Field(() => ConfidenceEnum, { description: 'How sure the inference is.' })
  get confidence(): string {
    return this.edge.confidence;
  }
}

@ObjectType({ description: 'One period of a series, of one kind of value and one breakdown.' })
export class SeriesPoint {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly point: Point,
  ) {}

  @Field(() => Period, { description: 'The period.' })
  get period(): Period {
    return new Period(this.point.period);
  }

  @Field(() => ValueKindEnum, { description: 'What its values say.' })
  get kind(): string {
    return this.point.kind;
  }

  @Field(() => [BreakdownPart], { description: 'Which part of the unit’s activity; empty: the whole.' })
  get breakdown(): BreakdownPart[] {
    return partsOf(this.point.breakdown);
  }

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What is said of the unit itself; null: nothing is recorded, or the statements disagree.',
  })
  get amount(): string | null {
    const { amount } = this.point;
    return amount && formatDecimal(amount);
  }

  @Field(() => [Figure], { description: 'Every statement of that.' })
  get statements(): Figure[] {
    return this.point.statements.map((stated) => new Figure(this.reading, stated));
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the unit consisted of the same then as on the date of the perimeter; null: that cannot be said.',
  })
  get likeForLike(): boolean | null {
    return this.point.likeForLike;
  }

  @Field(() => [UnitReference], {
    description: 'Units that joined between the period and the date of the perimeter.',
  })
  get joined(): readonly Reference[] {
    return this.point.joined;
  }

  @Field(() => [UnitReference], {
    description: 'Units that left between the period and the date of the perimeter.',
  })
  get left(): readonly Reference[] {
    return this.point.left;
  }

  @Field(() => [UnitReference], {
    description: 'Units that stood under one that joined or left, and did not go with it.',
  })
  get excepted(): readonly Reference[] {
    return this.point.excepted;
  }

  @Field(() => [UnitReference], {
    description:
      'Units that joined or left by the end of the period, and it is not known whether before it or within it; the figure is taken to be of the end.',
  })
  get sinceUnknown(): readonly Reference[] {
    return this.point.sinceUnknown;
  }

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure on the perimeter; null: it cannot be known, for the reasons in `gaps`.',
  })
  get restated(): string | null {
    const { restated } = this.point;
    return restated && formatDecimal(restated);
  }

  @Field(() => DecimalScalar, {
    description: 'How far the restated figure may be off, since those it is computed from are rounded.',
  })
  get tolerance(): string {
    return formatDecimal(this.point.tolerance);
  }

  @Field(() => Boolean, {
    description: 'It is divided by recorded shares, as if the figure went where the share says.',
  })
  get byShares(): boolean {
    return this.point.byShares;
  }

  @Field(() => [SeriesTerm], {
    description: 'What the restated figure is computed from; with gaps, not all of it may be known.',
  })
  get terms(): SeriesTerm[] {
    return this.point.terms.map((term) => new SeriesTerm(this.reading, term));
  }

  @Field(() => [SeriesGap], { description: 'Why it cannot be restated; empty if it can.' })
  get gaps(): SeriesGap[] {
    return this.point.gaps.map((gap) => new SeriesGap(gap));
  }

  @Field(() => [FollowedInference], { description: 'Lineage that is only inferred, and that this rests on.' })
  get inferred(): FollowedInference[] {
    return this.point.inferred.map((edge) => new FollowedInference(this.reading, edge));
  }

  @Field(() => Text, {
    description: 'Whether it is like for like, what joined or left, and the figure on the perimeter.',
  })
  get sentence(): Message {
    return pointInWords(this.point);
  }
}

@ObjectType({
  description: 'A unit’s figures by period, each beside what it is on the perimeter of one date.',
})
export class Series {
  constructor(
    readonly reading: OrganisationReading,
    readonly series: Restated,
  ) {}

  @Field(() => String, { description: 'What its amounts are measured in.' })
  get unitOfMeasure(): string {
    return this.series.unitOfMeasure;
  }

  @Field(() => DateScalar, { description: 'The date of the perimeter.' })
  get restatedTo(): string {
    return this.reading.date;
  }

  @Field(() => [UnitReference], {
    description: 'The unit and all under it on that date; empty: it is not in force then.',
  })
  get perimeter(): readonly Reference[] {
    return this.series.perimeter;
  }

  @Field(() => [UnitReference], {
    description: 'Units of which it is open whether they belong to the perimeter, for want of a date.',
  })
  get indeterminate(): readonly Reference[] {
    return this.series.indeterminate;
  }

  @Field(() => [SeriesPoint], { description: 'Its periods, first to last.' })
  get points(): SeriesPoint[] {
    return this.series.points.map((point) => new SeriesPoint(this.reading, point));
  }
}
