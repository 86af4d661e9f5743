import {
  lastVersion,
  nameOfParty,
  type AppealOutcome,
  type AppealPeriod,
  type Aspect,
  type ChainStep,
  type ChangesSinceProposal,
  type DelegationFollowUp,
  type DocumentRole,
  type Party,
} from '#governance';
import { ReadProposalChanges } from '#chronicle';
import { narrate, type ChangeId } from '#structure';
import type { Message } from '#temporal';
import { conditionAccount, type ConditionAccount } from './condition-account.js';
import { decisionAccount, type DecisionAccount } from './decision-account.js';
import type { Inquiry } from './inquiry.js';
import { placesOf, type SourcePlace } from './source-places.js';

/** One point of a decision, and the changes that it is about. */
export interface PointAccount {
  readonly text: string;
  readonly changes: readonly Message[];
}

/** One line of a decision's rationale. */
export interface RationaleAccount {
  readonly aspect: Aspect;
  readonly text: string;
  readonly places: readonly SourcePlace[];
}

/** What a step added, removed or reworded against a proposal that it answers, in names. */
export interface SinceProposalAccount extends Pick<
  ChangesSinceProposal,
  'generation' | 'points' | 'conditions' | 'documents' | 'unchanged'
> {
  readonly proposal: string;
  readonly answeredBy: string;
  readonly recipients: readonly { readonly change: 'added' | 'removed'; readonly name: string }[];
  readonly to: { readonly before: string | null; readonly after: string | null } | null;
}

/** One step of a matter, with all that is recorded of it. */
export interface StepAccount extends DecisionAccount {
  readonly answers: readonly string[];
  /** The body that a proposal was laid before, while nothing shows that it has taken it up. */
  readonly awaits: string | null;
  readonly points: readonly PointAccount[];
  readonly conditions: readonly ConditionAccount[];
  readonly rationale: readonly RationaleAccount[];
  /** Under the title that its own list gives; the document's own title where that is another. */
  readonly documents: readonly {
    readonly title: string;
    readonly properTitle: string | null;
    readonly role: DocumentRole | null;
  }[];
  readonly recipients: readonly string[];
  readonly adjusted: string | null;
  readonly announced: string | null;
  readonly appealability: ChainStep['appealability'];
  readonly appealPeriod: AppealPeriod;
  readonly appeal: {
    readonly outcome: AppealOutcome;
    readonly on: string | null;
    readonly text: string | null;
  } | null;
  readonly followUp: DelegationFollowUp | null;
  readonly sinceProposals: readonly SinceProposalAccount[];
}

export async function stepAccount(step: ChainStep, inquiry: Inquiry): Promise<StepAccount> {
  const { queries, reading, words } = inquiry;
  const { decision, answers, awaits, conditions, documents, appeal } = step;
  const { payload } = decision;
  const name = (party: Party) => nameOfParty(party, words);
  const since = await queries.execute(new ReadProposalChanges(reading, decision.id));
  return {
    ...decisionAccount(decision, inquiry),
    answers: answers.map((id) => words.record(id)),
    awaits: awaits === null ? null : name(awaits),
    points: (payload.points ?? []).map(({ text, changes = [] }) => ({
      text,
      changes: changes.flatMap((id) => sentenceOf(id, inquiry)),
    })),
    conditions: conditions.map((condition) => conditionAccount(condition, inquiry)),
    rationale: (payload.rationale ?? []).map(({ aspect, text, document, place }) => ({
      aspect,
      text,
      places: placesOf({ document, place }, undefined, inquiry),
    })),
    documents: documents.map(({ title, properTitle, role }) => ({ title, properTitle, role })),
    recipients: (payload.recipients ?? []).map(name),
    adjusted: payload.adjusted ?? null,
    announced: payload.announced ?? null,
    appealability: step.appealability,
    appealPeriod: step.appealPeriod,
    appeal:
      appeal === undefined
        ? null
        : {
            outcome: appeal.payload.outcome,
            on: appeal.payload.on ?? null,
            text: appeal.payload.text ?? null,
          },
    followUp: step.followUp,
    sinceProposals: since.filter(({ generation }) => generation === 1).map((one) => named(one, inquiry)),
  };
}

function named(since: ChangesSinceProposal, { words }: Inquiry): SinceProposalAccount {
  const { proposal, answeredBy, generation, points, conditions, documents, unchanged, recipients, to } =
    since;
  const name = (party: Party | null) => (party === null ? null : nameOfParty(party, words));
  return {
    proposal: words.record(proposal),
    answeredBy: words.record(answeredBy),
    generation,
    points,
    conditions,
    documents,
    unchanged,
    recipients: recipients.map(({ change, party }) => ({ change, name: nameOfParty(party, words) })),
    to: to === null ? null : { before: name(to.before), after: name(to.after) },
  };
}

function sentenceOf(id: string, { reading: { base, ledgerPosition } }: Inquiry): Message[] {
  const change = base.changes.get(id as ChangeId);
  const version = change && lastVersion(change, ledgerPosition);
  return version === undefined ? [] : [narrate(base, version, ledgerPosition)];
}
