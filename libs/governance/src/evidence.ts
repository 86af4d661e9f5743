import type { KnownRecord, RecordId, Register } from '#records';
import type { Change } from '#structure';
import { impreciseDate } from '#temporal';
import { appeal, type AppealPayload } from './kinds/appeal.kind.js';
import { competence, type CompetencePayload } from './kinds/competence.kind.js';
import {
  condition,
  conditionFailed,
  conditionMet,
  type ConditionOutcomePayload,
  type ConditionPayload,
} from './kinds/condition.kind.js';
import { decision, type DecisionPayload } from './kinds/decision.kind.js';

export type KnownDecision = KnownRecord<DecisionPayload>;

/** A condition with what became of it. */
export interface KnownCondition extends KnownRecord<ConditionPayload> {
  readonly state: 'open' | 'met' | 'failed';
  readonly outcome: KnownRecord<ConditionOutcomePayload> | undefined;
}

/** What is evidenced of decisions, conditions and appeals, as known at a position of the register. */
export class Evidence {
  readonly decisions: ReadonlyMap<RecordId, KnownDecision>;
  readonly rules: readonly KnownRecord<CompetencePayload>[];
  private readonly byChange = new Map<string, KnownDecision[]>();
  private readonly answered = new Map<string, KnownDecision[]>();
  private readonly conditions = new Map<string, KnownCondition[]>();
  private readonly appeals = new Map<string, KnownRecord<AppealPayload>>();

  constructor(
    readonly register: Register,
    readonly position: number,
  ) {
    const decisions = register.known(decision, position);
    this.decisions = new Map(decisions.map((known) => [known.id, known]));
    for (const known of decisions) {
      const { changes = [], points = [], answers = [] } = known.payload;
      for (const change of [...changes, ...points.flatMap((point) => point.changes ?? [])]) {
        addTo(this.byChange, change, known);
      }
      for (const id of answers) addTo(this.answered, id, known);
    }
    const settledBy = (kind: typeof conditionMet, state: 'met' | 'failed') =>
      register
        .known(kind, position)
        .map((outcome) => [outcome.payload.condition, { outcome, state }] as const);
    const outcomes = new Map([...settledBy(conditionMet, 'met'), ...settledBy(conditionFailed, 'failed')]);
    for (const known of register.known(condition, position)) {
      const settled = outcomes.get(known.id);
      addTo(this.conditions, known.payload.decision, {
        ...known,
        state: settled?.state ?? 'open',
        outcome: settled?.outcome,
      });
    }
    for (const known of register.known(appeal, position)) this.appeals.set(known.payload.decision, known);
    this.rules = register.known(competence, position);
  }

  /**
   * The decisions that a change rests on, first to last: those that it names, those that name it, and those that answer
   * one of them.
   */
  decisionsOn(change: Change): KnownDecision[] {
    const found = new Map<string, KnownDecision>();
    const named = change.grounds.flatMap(({ decision: id, knownFrom }) => {
      const known = knownFrom <= this.position ? this.decisions.get(id as RecordId) : undefined;
      return known === undefined ? [] : [known];
    });
    const waiting = [...named, ...(this.byChange.get(change.id) ?? [])];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (found.has(next.id)) continue;
      found.set(next.id, next);
      waiting.push(...this.answersTo(next.id));
    }
    return [...found.values()].sort(inOrder);
  }

  /** The steps that take up another, in the order of their recording. */
  answersTo(id: string): readonly KnownDecision[] {
    return this.answered.get(id) ?? [];
  }

  conditionsOf(decisions: readonly KnownDecision[]): KnownCondition[] {
    return decisions.flatMap(({ id }) => this.conditions.get(id) ?? []);
  }

  /** The latest that is known of an appeal against a decision. */
  appealOf(id: string): KnownRecord<AppealPayload> | undefined {
    return this.appeals.get(id);
  }
}

/** By the last day on which each can have been made, where it is known of both; else as they were recorded. */
function inOrder(a: KnownDecision, b: KnownDecision): number {
  if (a.payload.on !== undefined && b.payload.on !== undefined) {
    const [first, second] = [impreciseDate(a.payload.on).latest, impreciseDate(b.payload.on).latest];
    if (first !== second) return first < second ? -1 : 1;
  }
  return a.first - b.first;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
