import {
  decide,
  decidePending,
  enact,
  isGrounded,
  isOpen,
  isPending,
  kindOf,
  logEvent,
  refusedAmong,
  type Change,
  type DecidedEvent,
  type Decision,
  type DecisionContext,
  type Draft,
  type Notice,
  type Rejection,
  type Timeline,
  type Warning,
} from '#structure';
import type { Position } from '#temporal';
import { commandOf } from './command.js';
import { originAt, type Simulation, type StepOrigin } from './simulation.js';
import type { Step } from './step.js';

export type StepDecision =
  | {
      readonly accepted: true;
      readonly step: Step;
      readonly events: readonly DecidedEvent[];
      readonly warnings: readonly Warning[];
      readonly notices: readonly Notice[];
      readonly narrowed: readonly string[];
    }
  | {
      readonly accepted: false;
      readonly rejections: readonly Rejection[];
      readonly warnings: readonly Warning[];
    };

type Accepted = Extract<Decision, { accepted: true }>;

/**
 * Decides one step on a scenario's timeline, whole or not at all, as the organisation's own change sets are decided,
 * but for standing: in a scenario what is planned happens. What is only anticipated stays pending until its form is told,
 * and so does what rests on decisions in the base. Accepted, it is in the timeline until the caller commits or rolls back.
 */
export function decideStep(
  timeline: Timeline,
  drafts: readonly Draft[],
  id: string,
  context: DecisionContext,
): StepDecision {
  const savepoint = timeline.savepoint();
  const decision = new StepToDecide(timeline, drafts, context).decide(id);
  if (!decision.accepted) timeline.rollbackTo(savepoint);
  return decision;
}

/** Takes an accepted step into the simulation whose timeline it was decided on. */
export function keepStep(
  simulation: Simulation,
  { step, events }: Extract<StepDecision, { accepted: true }>,
  origin: StepOrigin,
): void {
  const { timeline } = simulation;
  let position = simulation.position;
  for (const { recording, data, version } of events) {
    position = (position + timeline.step) as Position;
    logEvent(timeline, recording, data, version, originAt(step, origin, position));
  }
  simulation.added({ step, origin }, position);
}

class StepToDecide {
  private readonly accepted: Accepted[] = [];
  private count = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly drafts: readonly Draft[],
    private readonly context: DecisionContext,
  ) {}

  decide(id: string): StepDecision {
    const all = this.drafts.map((draft, index) => ({ draft, index }));
    const beside = new Set(all.filter(({ draft }) => this.standsBeside(draft)));
    const events = new Map<number, DecidedEvent>();
    for (const isBeside of [false, true]) {
      const indexed = all.filter((each) => beside.has(each) === isBeside);
      if (indexed.length === 0) continue;
      const drafts = indexed.map(({ draft }) => draft);
      const decision = isBeside
        ? decidePending(this.timeline, drafts, [], this.next())
        : decide(this.timeline, drafts, this.next());
      if (!decision.accepted) return refusedAmong(decision, indexed);
      this.take(decision);
      indexed.forEach(({ index }, i) => events.set(index, decision.events[i]!));
    }
    const blocked = this.enactTold();
    if (blocked.length > 0) return { accepted: false, rejections: blocked, warnings: [] };
    const commands = this.drafts.map((draft, index) => commandOf(draft, events.get(index)!));
    const given = this.accepted.flatMap((decision) => decision.events);
    return {
      accepted: true,
      step: {
        id,
        commands,
        reads: [...new Set(this.accepted.flatMap(({ reads }) => reads))],
        events: given.map(({ type, data }) => ({ type, data })),
      },
      events: given,
      warnings: this.accepted.flatMap(({ warnings }) => warnings),
      notices: this.accepted.flatMap(({ notices }) => notices),
      narrowed: this.accepted.flatMap(({ narrowed }) => narrowed),
    };
  }

  private take(decision: Accepted): void {
    this.accepted.push(decision);
    this.count += decision.events.length;
  }

  private next(): DecisionContext {
    const position = (this.context.position + this.count * this.timeline.step) as Position;
    return { ...this.context, position };
  }

  /**
   * What was only anticipated takes effect once a correction tells its form, unless it rests on decisions: these say when.
   * @returns why it cannot
   */
  private enactTold(): readonly Rejection[] {
    const { timeline } = this;
    const told = this.accepted
      .flatMap(({ events }) => events)
      .flatMap(({ data }) => timeline.changes.get(data.change) ?? [])
      .filter((change) => isPending(timeline, change) && !isOpen(timeline, change))
      .filter((change) => !isGrounded(change) && this.wasOpen(change));
    if (told.length === 0) return [];
    const { events, notEnacted, reads } = enact(timeline, [...new Set(told)], this.next());
    this.take({ accepted: true, events, reads, warnings: [], notices: [], narrowed: [] });
    return notEnacted.flatMap(({ rejections }) => rejections);
  }

  private wasOpen({ versions }: Change): boolean {
    const before = versions.findLast(({ knownFrom }) => knownFrom < this.context.position);
    return before === undefined || kindOf(before.kind).open === true;
  }

  private standsBeside(draft: Draft): boolean {
    if (draft.draft === 'change') return kindOf(draft.content.kind).open === true;
    const change = this.timeline.changeCalled(draft.change);
    return change !== undefined && isPending(this.timeline, change);
  }
}
