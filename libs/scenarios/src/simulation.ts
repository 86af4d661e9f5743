import { branch, replay, type Change, type ChangeVersion, type EventOrigin, type Timeline } from '#structure';
import type { Instant, Position } from '#temporal';
import type { Step } from './step.js';

/** Who simulated a step, and when. */
export interface StepOrigin {
  readonly actor: string;
  readonly recordedAt: Instant;
}

/** A step with its place in the scenario's stream. */
export interface PlacedStep {
  readonly step: Step;
  readonly origin: StepOrigin;
}

/**
 * An organisation at a position of its ledger with the steps of a scenario on top: base and overlay, evaluated by the
 * code that evaluates the organisation itself. It costs what the steps change. The timeline only ever grows: whoever
 * reads it at a position reads on undisturbed while steps are added; taking steps back gives another simulation.
 */
export class Simulation {
  private constructor(
    /** Of the organisation's ledger. */
    readonly base: Position,
    readonly timeline: Timeline,
    private readonly placed: PlacedStep[],
    /** The timeline's position after each step. */
    private readonly ends: number[],
  ) {}

  static of(timeline: Timeline, base: Position, steps: readonly PlacedStep[] = []): Simulation {
    const simulation = new Simulation(base, branch(timeline, base), [], []);
    for (const step of steps) simulation.add(step);
    return simulation;
  }

  /** The position of the timeline at which every step is known. */
  get position(): Position {
    return (this.ends.at(-1) ?? this.base) as Position;
  }

  /** The position that the next event gets. */
  get next(): Position {
    return (this.position + this.timeline.step) as Position;
  }

  get steps(): readonly PlacedStep[] {
    return this.placed;
  }

  /** The position before a step's events, by its place from 0. */
  before(place: number): Position {
    return (this.ends[place - 1] ?? this.base) as Position;
  }

  /** Adds a step, replaying its events. */
  add({ step, origin }: PlacedStep): void {
    let position = this.position;
    for (const { type, data } of step.events) {
      position = (position + this.timeline.step) as Position;
      replay(this.timeline, type, data, originAt(step, origin, position));
    }
    this.placed.push({ step, origin });
    this.ends.push(position);
  }

  /** Takes note of a step whose events the timeline has already, logged, up to a position. */
  added(placed: PlacedStep, position: Position): void {
    this.placed.push(placed);
    this.ends.push(position);
  }

  /** What its steps say of changes, as far as it still holds: of the scenario's own changes, and of what it amends. */
  versions(): ChangeVersion[] {
    return this.changes().flatMap(({ versions }) => {
      const last = versions.findLast(({ knownFrom }) => knownFrom <= this.position);
      return last !== undefined && last.knownFrom > this.base && last.knownUntil > this.position
        ? [last]
        : [];
    });
  }

  /** What the organisation has recorded and the scenario cancels. */
  cancelled(): ChangeVersion[] {
    return this.changes().flatMap(({ versions }) => {
      const last = versions.findLast(({ knownFrom }) => knownFrom <= this.position);
      return last !== undefined && last.knownFrom <= this.base && last.knownUntil <= this.position
        ? [last]
        : [];
    });
  }

  private changes(): Change[] {
    const named = new Set(this.placed.flatMap(({ step }) => step.commands.map(({ change }) => change)));
    return [...named].flatMap((id) => this.timeline.changes.get(id) ?? []);
  }

  /** The simulation with the first so many steps. */
  upTo(count: number): Simulation {
    const position = this.before(count);
    return new Simulation(
      this.base,
      branch(this.timeline, position),
      this.placed.slice(0, count),
      this.ends.slice(0, count),
    );
  }

  /** The simulation with exactly these steps, sharing with this one the work of those that both begin with. */
  with(steps: readonly PlacedStep[]): Simulation {
    let same = 0;
    while (same < steps.length && this.placed[same]?.step === steps[same]!.step) same++;
    const simulation = same === this.placed.length ? this : this.upTo(same);
    for (const step of steps.slice(same)) simulation.add(step);
    return simulation;
  }
}

/** The origin of a step's event: nobody else's reason is known than the command's. */
export function originAt(step: Step, { actor, recordedAt }: StepOrigin, position: Position): EventOrigin {
  const reason = step.commands.find((command) => command.reason !== undefined)?.reason;
  return { position, recordedAt, knownAt: recordedAt, actor, reason };
}
