import type { KnownRecord, Register } from '#records';
import { impreciseDate, NO_BEGINNING, NO_END, type Day } from '#temporal';
import {
  appealability,
  appealPeriod,
  delegationFollowUp,
  type AppealPeriod,
  type DelegationFollowUp,
} from './appeal-period.js';
import { Evidence, type KnownCondition, type KnownDecision } from './evidence.js';
import {
  document,
  matter,
  type Act,
  type AppealPayload,
  type DecisionPayload,
  type DocumentPayload,
  type DocumentRole,
  type MatterPayload,
  type Party,
} from './kinds/index.js';
import { isSameParty } from './same-party.js';

/** A document as a step lists it. */
export interface ListedDocument {
  readonly document: string;
  /** Under the title that the step's own list gives it. */
  readonly title: string;
  /** Its own title, where that is another. */
  readonly properTitle: string | null;
  readonly role: DocumentRole | null;
}

/** What one body did in a matter. */
export interface ChainStep {
  readonly decision: KnownDecision;
  /** False for what only prepares or proposes: a proposal is not a decision. */
  readonly isDecision: boolean;
  /** The steps of this matter that it takes up, and those that take it up. */
  readonly answers: readonly string[];
  readonly answeredBy: readonly string[];
  /** The body that a proposal was laid before, while nothing shows that it has taken it up. */
  readonly awaits: Party | null;
  readonly conditions: readonly KnownCondition[];
  readonly documents: readonly ListedDocument[];
  readonly appealability: ReturnType<typeof appealability>;
  readonly appealPeriod: AppealPeriod;
  /** The latest that is known of an appeal against it. */
  readonly appeal: KnownRecord<AppealPayload> | undefined;
  /** Of a decision by delegation. */
  readonly followUp: DelegationFollowUp | null;
}

export interface MatterChain {
  readonly matter: KnownRecord<MatterPayload>;
  readonly steps: readonly ChainStep[];
  /** All documents of the matter, in the order of recording. */
  readonly documents: readonly KnownRecord<DocumentPayload>[];
}

/** Whether an act decides something: what only prepares or proposes decides nothing. */
export function isDecision(act: Act): boolean {
  return act !== 'prepares' && act !== 'proposes';
}

/**
 * The steps of a matter, first to last: what answers a step comes after it; apart from that, what was certainly
 * earlier by its dates comes first; and what neither settles stands as it was recorded. Undefined: no such matter is
 * known at the position.
 */
export function chainOf(
  register: Register,
  position: number,
  matterId: string,
  evidence = new Evidence(register, position),
): MatterChain | undefined {
  const known = register.get(matter, matterId, position);
  if (known === undefined) return undefined;
  const decisions = evidence.inMatter(known.id);
  const documents = register.known(document, position);
  const titles = new Map<string, DocumentPayload>(documents.map(({ id, payload }) => [id, payload]));
  return {
    matter: known,
    steps: inOrder(decisions).map((step) => stepOf(step, decisions, evidence, titles)),
    documents: documents.filter(({ payload }) => payload.matter === known.id),
  };
}

function stepOf(
  step: KnownDecision,
  all: readonly KnownDecision[],
  evidence: Evidence,
  titles: ReadonlyMap<string, DocumentPayload>,
): ChainStep {
  const { act, to, answers = [] } = step.payload;
  const takenUp = all.filter(({ payload }) => payload.answers?.includes(step.id));
  const isWaiting =
    act === 'proposes' && to !== undefined && !takenUp.some(({ payload }) => isSameParty(payload.body, to));
  return {
    decision: step,
    isDecision: isDecision(act),
    answers: answers.filter((id) => all.some((other) => other.id === id)),
    answeredBy: takenUp.map(({ id }) => id),
    awaits: isWaiting ? to : null,
    conditions: evidence.conditionsOf([step]),
    documents: (step.payload.documents ?? []).map(({ document: id, as }) => listed(id, as, titles.get(id))),
    appealability: appealability(act),
    appealPeriod: appealPeriod(step.payload),
    appeal: evidence.appealOf(step.id),
    followUp: delegationFollowUp(step.payload),
  };
}

function listed(id: string, as: string | undefined, paper: DocumentPayload | undefined): ListedDocument {
  const title = as ?? paper?.title ?? id;
  return {
    document: id,
    title,
    properTitle: paper === undefined || paper.title === title ? null : paper.title,
    role: paper?.role ?? null,
  };
}

/** One after another: of those that nothing left must come before, always the one recorded first. */
function inOrder(decisions: readonly KnownDecision[]): KnownDecision[] {
  const windows = new Map(decisions.map((step) => [step, windowOf(step.payload)]));
  const left = new Map<string, KnownDecision>(decisions.map((step) => [step.id, step]));
  const ordered: KnownDecision[] = [];
  while (left.size > 0) {
    const steps = [...left.values()];
    const over = Math.min(...steps.map((step) => windows.get(step)!.latest));
    const answersNone = steps.filter(
      ({ id, payload }) => !payload.answers?.some((answered) => answered !== id && left.has(answered)),
    );
    const first = answersNone.find((step) => windows.get(step)!.earliest <= over);
    const next = first ?? answersNone[0] ?? steps[0]!;
    left.delete(next.id);
    ordered.push(next);
  }
  return ordered;
}

/** When a step was taken; one whose day is not recorded was taken before its minutes were adjusted and announced. */
function windowOf({ on, adjusted, announced }: DecisionPayload): { earliest: Day; latest: Day } {
  if (on !== undefined) return impreciseDate(on);
  const after = [adjusted, announced].map((written) =>
    written === undefined ? NO_END : impreciseDate(written).latest,
  );
  return { earliest: NO_BEGINNING, latest: Math.min(...after) as Day };
}
