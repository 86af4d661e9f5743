import type { KnownRecord } from '#records';
import { impreciseDate, type Day } from '#temporal';
import type { Evidence, KnownDecision } from './evidence.js';
import { whenHappened } from './happened.js';
import type { AssignmentPayload } from './kinds/index.js';
import { isDecision } from './matter-chain.js';
import { normalText } from './compare-texts.js';

/**
 * How firm an assignment is on a date. `given` by a decision; `byPlan`: by the document that it stands in;
 * `asserted`: nothing says who gave it; `notYetGiven`: its decision lies later; `proposed`: its decision only proposes;
 * `conditional`: a condition of its decision is open; `lapsed`: one failed; `rejected`: the proposal was; `annulled`:
 * a court set its decision aside.
 */
export type AssignmentStanding =
  | 'given'
  | 'byPlan'
  | 'asserted'
  | 'notYetGiven'
  | 'proposed'
  | 'conditional'
  | 'lapsed'
  | 'rejected'
  | 'annulled';

/** Whether it is work that somebody has to do. */
export function isGiven(standing: AssignmentStanding): boolean {
  return standing === 'given' || standing === 'byPlan' || standing === 'asserted';
}

/**
 * The standing of an assignment. A proposal that a later decision takes over gives it too: one that answers the
 * proposal and has all its points, or has none recorded.
 */
export function assignmentStanding(
  assignment: KnownRecord<AssignmentPayload>,
  evidence: Evidence,
  at: Day,
): AssignmentStanding {
  const { decision: decisionId, document, given } = assignment.payload;
  if (given !== undefined && at < impreciseDate(given).earliest) return 'notYetGiven';
  const named = decisionId === undefined ? undefined : evidence.decision(decisionId);
  if (named === undefined) return document === undefined ? 'asserted' : 'byPlan';
  const chain = adoption(evidence, named, at);
  const last = chain.at(-1)!;
  if (last.payload.act === 'rejects') return 'rejected';
  if (!isDecision(last.payload.act)) return 'proposed';
  const { on } = last.payload;
  if (given === undefined && on !== undefined && at < impreciseDate(on).earliest) return 'notYetGiven';
  const appeal = evidence.appealOf(last.id);
  if (
    appeal?.payload.outcome === 'annulled' &&
    at >= whenHappened(evidence.register, appeal, appeal.payload.on).latest
  ) {
    return 'annulled';
  }
  const states = evidence.conditionsOf(chain).map(({ state, outcome }) => {
    const isSettled =
      outcome !== undefined && at >= whenHappened(evidence.register, outcome, outcome.payload.on).latest;
    return isSettled ? state : 'open';
  });
  if (states.includes('failed')) return 'lapsed';
  return states.includes('open') ? 'conditional' : 'given';
}

/** The step that an assignment names and those that took it over one after another, as far as the date has come. */
function adoption(evidence: Evidence, named: KnownDecision, at: Day): KnownDecision[] {
  const chain = [named];
  const seen = new Set<string>([named.id]);
  for (let step: KnownDecision | undefined = named; step !== undefined;) {
    const proposal: KnownDecision = step;
    if (isDecision(proposal.payload.act)) break;
    step = evidence
      .answersTo(proposal.id)
      .findLast((next) => !seen.has(next.id) && hasBegun(next, at) && takesOver(proposal, next));
    if (step === undefined) break;
    seen.add(step.id);
    chain.push(step);
  }
  return chain;
}

function hasBegun({ payload }: KnownDecision, at: Day): boolean {
  return payload.on === undefined || impreciseDate(payload.on).earliest <= at;
}

function takesOver(proposal: KnownDecision, next: KnownDecision): boolean {
  const { act, points } = next.payload;
  if (act === 'prepares' || act === 'refersBack') return false;
  if (act === 'rejects' || points === undefined) return true;
  const texts = new Set(points.map(({ text }) => normalText(text)));
  return (proposal.payload.points ?? []).every(({ text }) => texts.has(normalText(text)));
}
