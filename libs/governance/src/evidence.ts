import type { KnownRecord, RecordKind, Register } from '#records';
import type { Change } from '#structure';
import { STILL, impreciseDate } from '#temporal';
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
  private allDecisions: readonly KnownDecision[] | undefined;
  private allRules: readonly KnownRecord<CompetencePayload>[] | undefined;

  constructor(
    readonly register: Register,
    readonly position: number,
  ) {}

  /** All decisions, in the order of their recording. */
  get decisions(): readonly KnownDecision[] {
    return (this.allDecisions ??= this.register.known(decision, this.position));
  }

  get rules(): readonly KnownRecord<CompetencePayload>[] {
    return (this.allRules ??= this.register.known(competence, this.position));
  }

  decision(id: string): KnownDecision | undefined {
    return this.register.get(decision, id, this.position);
  }

  /** The decisions in a matter, in the order of their recording. */
  inMatter(id: string): KnownDecision[] {
    return this.about(decision, id).filter(({ payload }) => payload.matter === id);
  }

  /**
   * The decisions that a change rests on, first to last: those that it names, those that name it, and those that answer
   * one of them.
   */
  decisionsOn(change: Change): KnownDecision[] {
    const found = new Map<string, KnownDecision>();
    const named = change.grounds.flatMap(({ decision: id, knownFrom, knownUntil = STILL }) =>
      knownFrom <= this.position && this.position < knownUntil ? (this.decision(id) ?? []) : [],
    );
    const waiting = [...named, ...this.about(decision, change.id)];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (found.has(next.id)) continue;
      found.set(next.id, next);
      waiting.push(...this.answersTo(next.id));
    }
    return [...found.values()].sort(inOrder);
  }

  /** The steps that take up another, in the order of their recording. */
  answersTo(id: string): readonly KnownDecision[] {
    return this.about(decision, id);
  }

  conditionsOf(decisions: readonly KnownDecision[]): KnownCondition[] {
    return decisions
      .flatMap(({ id }) => this.about(condition, id))
      .map((known) => {
        const [failed] = this.about(conditionFailed, known.id).slice(-1);
        const [met] = this.about(conditionMet, known.id).slice(-1);
        const state = failed !== undefined ? 'failed' : met !== undefined ? 'met' : 'open';
        return { ...known, state, outcome: failed ?? met };
      });
  }

  /** The latest that is known of an appeal against a decision. */
  appealOf(id: string): KnownRecord<AppealPayload> | undefined {
    return this.about(appeal, id).at(-1);
  }

  private about<P>(kind: RecordKind<P>, id: string): KnownRecord<P>[] {
    return this.register.about(kind, id, this.position);
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
