import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ReadAssignments, ReadDecidedChanges, ReadMatterChain, ReadProposalChanges } from '#chronicle';
import type { ChainStep, ChangesSinceProposal as Since, Party as RecordedParty } from '#governance';
import { Change } from '../changes/change.type.js';
import { RequestContext } from '../request-context.js';
import { Appeal } from './appeal.type.js';
import { Assignment } from './assignment.type.js';
import { changesIn } from './change-in.js';
import { Condition } from './condition.type.js';
import { ChangesSinceProposal, DecisionPoint, ListedDocument, RationaleLine } from './decision-parts.type.js';
import { Decision } from './decision.type.js';
import { Document } from './document.type.js';
import { assignmentOf, decisionIn, decisionsIn, documentIn, matterIn } from './found-records.js';
import { Matter } from './matter.type.js';
import { Party } from './party.type.js';

@Resolver(() => Decision)
export class DecisionResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Matter, { nullable: true, description: 'Its matter; null: that is withdrawn.' })
  matter(@Parent() { reading, payload }: Decision): Matter | null {
    return matterIn(reading, payload.matter);
  }

  @ResolveField(() => [Decision], { description: 'Earlier steps that it takes up.' })
  answers(@Parent() { reading, payload }: Decision): Decision[] {
    return decisionsIn(reading, payload.answers ?? []);
  }

  @ResolveField(() => [Decision], { description: 'Steps of its matter that take it up.' })
  async answeredBy(@Parent() decision: Decision): Promise<Decision[]> {
    const step = await this.stepOf(decision);
    return decisionsIn(decision.reading, step?.answeredBy ?? []);
  }

  @ResolveField(() => Party, {
    nullable: true,
    description: 'The body that a proposal was laid before, while nothing shows that it has taken it up.',
  })
  async awaits(@Parent() decision: Decision): Promise<Party | null> {
    const step = await this.stepOf(decision);
    return step?.awaits == null ? null : new Party(decision.reading, step.awaits);
  }

  @ResolveField(() => [DecisionPoint], { description: 'What is decided or proposed, point by point.' })
  points(@Parent() { reading, payload }: Decision, @Context() context: RequestContext): DecisionPoint[] {
    const points = (payload.points ?? []).map(({ text, changes }) => ({
      text,
      changes: changesIn(reading, changes),
    }));
    context.produce(points);
    return points;
  }

  @ResolveField(() => [Change], {
    description:
      'The changes of the structure that it is about, itself or through a proposal that it answers.',
  })
  async changes(
    @Parent() { reading, id }: Decision,
    @Context() context: RequestContext,
  ): Promise<readonly Change[]> {
    const decided = await this.queries.execute(new ReadDecidedChanges(reading));
    return context.produce(
      changesIn(
        reading,
        decided.of(id).map((change) => change.id),
      ),
    );
  }

  @ResolveField(() => [Condition], { description: 'What must be met before it takes effect.' })
  conditions(@Parent() { reading, known }: Decision): Condition[] {
    return reading.evidence.conditionsOf([known]).map((condition) => new Condition(reading, condition));
  }

  @ResolveField(() => [RationaleLine], { description: 'Why: opportunities, threats, goals, effects ...' })
  rationale(@Parent() { reading, payload }: Decision): RationaleLine[] {
    return (payload.rationale ?? []).map(({ aspect, text, document, place }) => ({
      aspect,
      text,
      document: documentIn(reading, document),
      place: place ?? null,
    }));
  }

  @ResolveField(() => Document, {
    nullable: true,
    description: 'The minutes, or the paper in which it stands.',
  })
  recordedIn(@Parent() { reading, payload }: Decision): Document | null {
    return documentIn(reading, payload.recordedIn);
  }

  @ResolveField(() => [ListedDocument], { description: 'What it was decided on, as its own list has it.' })
  async documents(@Parent() decision: Decision): Promise<ListedDocument[]> {
    const step = await this.stepOf(decision);
    return (step?.documents ?? []).map(({ document, title, properTitle }) => ({
      document: documentIn(decision.reading, document),
      as: title,
      properTitle,
    }));
  }

  @ResolveField(() => Appeal, { nullable: true, description: 'The latest that is known of an appeal.' })
  appeal(@Parent() { reading, id }: Decision): Appeal | null {
    const appeal = reading.evidence.appealOf(id);
    return appeal === undefined ? null : new Appeal(reading, appeal);
  }

  @ResolveField(() => [Assignment], { description: 'The assignments that it gives or proposes.' })
  async assignments(
    @Parent() { reading, id, payload }: Decision,
    @Context() context: RequestContext,
  ): Promise<readonly Assignment[]> {
    const all = await this.queries.execute(new ReadAssignments(reading, { matter: payload.matter }));
    const own = all.filter((state) => state.payload.decision === id);
    return context.produce(own.map((state) => assignmentOf(reading, state)));
  }

  @ResolveField(() => [ChangesSinceProposal], {
    description:
      'What it added, removed or changed against each proposal that it answers, then what those did, nearest first.',
  })
  async changesSinceProposal(
    @Parent() { reading, id }: Decision,
    @Context() context: RequestContext,
  ): Promise<ChangesSinceProposal[]> {
    const changes = await this.queries.execute(new ReadProposalChanges(reading, id));
    return context.produce(changes).flatMap((since) => sinceProposal(reading, since) ?? []);
  }

  private async stepOf({ reading, payload, id }: Decision): Promise<ChainStep | undefined> {
    const chain = await this.queries.execute(new ReadMatterChain(reading, payload.matter));
    return chain?.steps.find(({ decision }) => decision.id === id);
  }
}

function sinceProposal(reading: Decision['reading'], since: Since): ChangesSinceProposal | null {
  const [proposal, answeredBy] = [decisionIn(reading, since.proposal), decisionIn(reading, since.answeredBy)];
  if (proposal === null || answeredBy === null) return null;
  const partyOf = (party: RecordedParty | null) => (party === null ? null : new Party(reading, party));
  return {
    ...since,
    proposal,
    answeredBy,
    recipients: since.recipients.map(({ change, party }) => ({ change, party: new Party(reading, party) })),
    documents: since.documents.map((one) => ({ ...one, document: documentIn(reading, one.document) })),
    to: since.to && { before: partyOf(since.to.before), after: partyOf(since.to.after) },
  };
}
