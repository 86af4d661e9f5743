import type { OrganisationId } from '#ledger';
import {
  baseOf,
  evolve,
  foldScenario,
  Simulation,
  type HistoryEntry,
  type PlacedStep,
  type Scenario,
  type ScenarioContent,
  type ScenarioEvent,
  type ScenarioId,
  type ScenarioStore,
} from '#scenarios';
import type { Instant } from '#temporal';
import type { OrganisationMemory } from '../organisation-memory.js';
import { RecentlyUsed } from '../recently-used.js';
import { withPending, type OrganisationWithPending, type PendingIncluded } from '../with-pending.js';

/** How many earlier states of a scenario are kept evaluated. */
const EARLIER_KEPT = 4;

/** A scenario at one of its versions, evaluated. */
export interface SimulatedScenario {
  readonly scenario: Scenario;
  readonly simulation: Simulation;
}

/** One scenario in memory, evaluated on its organisation's. */
export class ScenarioMemory {
  private readonly events: ScenarioEvent[] = [];
  private readonly contents = new Map<number, ScenarioContent>();
  private scenario: Scenario | undefined;
  private current: Simulation | undefined;
  private readonly earlier = new RecentlyUsed<number, SimulatedScenario>(EARLIER_KEPT);
  private readonly pending = new RecentlyUsed<string, OrganisationWithPending>(EARLIER_KEPT);
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly id: ScenarioId,
    readonly organisation: OrganisationMemory,
  ) {}

  get version(): number {
    return this.events.length;
  }

  /** As of its last event. @throws Error if it has none */
  get state(): Scenario {
    if (this.scenario === undefined) throw new Error(`Scenario ${this.id} has not begun`);
    return this.scenario;
  }

  /** The organisation with all its steps. Goes on with the steps that were evaluated before. */
  get simulation(): Simulation {
    return (this.current = this.evaluated(this.state, this.current));
  }

  /** Takes a simulation that was made elsewhere, to go on with. */
  goOnWith(simulation: Simulation): void {
    this.current = simulation;
  }

  /** Runs work that changes the scenario, one at a time, in the order of the calls. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** Takes in what the store has beyond the memory. */
  async catchUp(store: ScenarioStore, organisation: OrganisationId): Promise<void> {
    const { version } = this;
    const { events, contents } = await store.read(organisation, this.id, version);
    if (this.version !== version) return;
    for (const event of events) this.take(event);
    for (const [at, content] of contents) this.contents.set(at, content);
  }

  /** As it was at an earlier version; undefined: it had not begun. */
  atVersion(version: number): SimulatedScenario | undefined {
    if (version >= this.version) return { scenario: this.state, simulation: this.simulation };
    if (version < 1) return undefined;
    return this.earlier.get(version, () => {
      const scenario = foldScenario(this.id, this.events.slice(0, version))!;
      return { scenario, simulation: this.evaluated(scenario, this.current) };
    });
  }

  /** A simulation with what is pending in its organisation on top of it. */
  withPending(version: number, simulation: Simulation, included: PendingIncluded): OrganisationWithPending {
    const { timeline, base, position } = simulation;
    return this.pending.get(`${version} ${included}`, () =>
      withPending(timeline, this.organisation.evidenceAt(base), position, included),
    );
  }

  /** The version that was known at a time; 0: it had not begun. */
  versionAt(time: Instant): number {
    return this.events.findLastIndex(({ recordedAt }) => recordedAt <= time) + 1;
  }

  /** Takes in the next event of the stream, with what is large of it. */
  take(event: ScenarioEvent, content?: ScenarioContent): void {
    this.scenario = evolve(this.id, this.scenario, event);
    this.events.push(event);
    if (content !== undefined) this.contents.set(event.version, content);
  }

  /** The steps of a state of the scenario, in order. */
  stepsOf({ history, createdAt, owner }: Scenario): PlacedStep[] {
    const rebased = history.findLastIndex(({ is }) => is === 'rebase');
    const begun: PlacedStep[] =
      rebased >= 0
        ? this.placed(history[rebased]!)
        : this.placed({ version: 1, actor: owner, recordedAt: createdAt });
    return [...begun, ...history.slice(rebased + 1).flatMap((entry) => this.placed(entry))];
  }

  /** What was undone, the last of it first. */
  undoneOf({ undone }: Scenario): { readonly entry: HistoryEntry; readonly steps: readonly PlacedStep[] }[] {
    return undone.map((entry) => ({ entry, steps: this.placed(entry) })).reverse();
  }

  private placed({
    version,
    actor,
    recordedAt,
  }: Pick<HistoryEntry, 'version' | 'actor' | 'recordedAt'>): PlacedStep[] {
    return (this.contents.get(version) ?? []).map((step) => ({ step, origin: { actor, recordedAt } }));
  }

  private evaluated(scenario: Scenario, known: Simulation | undefined): Simulation {
    const base = baseOf(scenario);
    const begun = known?.base === base ? known : Simulation.of(this.organisation.timeline, base);
    return begun.with(this.stepsOf(scenario));
  }
}
