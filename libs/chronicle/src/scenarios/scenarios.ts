import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '#structure';
import type { Organisation } from '#ledger';
import { baseOf, foldScenario, type Scenario, type ScenarioId, type ScenarioStore } from '#scenarios';
import { QuestionRefused } from '../refusal.js';
import { Timelines } from '../timelines.js';
import { SCENARIOS } from '../tokens.js';
import { ScenarioMemory } from './scenario-memory.js';

/** How many scenarios are kept in memory, evaluated. */
const MOST_KEPT = 50;

/** The scenarios of organisations, loaded when they are asked for and kept up with the store. */
@Injectable()
export class Scenarios {
  private readonly memories = new Map<ScenarioId, ScenarioMemory>();

  constructor(
    @Inject(SCENARIOS) readonly store: ScenarioStore,
    private readonly timelines: Timelines,
  ) {}

  /**
   * A scenario that somebody may see, up to date.
   * @throws QuestionRefused UNKNOWN_SCENARIO, also of one that is not his to see
   */
  async read(id: string, actor: string): Promise<ScenarioMemory> {
    const memory = await this.find(id);
    if (memory === null || !maySee(memory.state, actor)) throw unknownScenario(id);
    return memory;
  }

  /** A scenario, up to date; null if there is none. */
  async find(id: string): Promise<ScenarioMemory | null> {
    const memory = isUuid(id) ? await this.memoryOf(id as ScenarioId) : null;
    if (memory === null) return null;
    const { organisation } = memory.organisation;
    // Not while somebody changes it: what he has stored and not taken in yet would be taken in twice.
    await memory.exclusively(() => memory.catchUp(this.store, organisation.id));
    const base = baseOf(memory.state);
    if (memory.organisation.position < base) await this.timelines.read(organisation.slug, base);
    return memory;
  }

  /** The one memory of a scenario; null if there is no such scenario. */
  private async memoryOf(id: ScenarioId): Promise<ScenarioMemory | null> {
    const kept = this.memories.get(id);
    if (kept !== undefined) {
      this.keep(kept);
      return kept;
    }
    const organisation = await this.store.organisationOf(id);
    if (organisation === null) return null;
    const of = await this.timelines.read(organisation);
    // Whoever asked at the same time may have been first.
    const memory = this.memories.get(id) ?? new ScenarioMemory(id, of);
    this.keep(memory);
    return memory;
  }

  /** All scenarios of an organisation that somebody may see, in the order in which they were created. */
  async list(organisation: Organisation, actor: string): Promise<readonly Scenario[]> {
    const stored = await this.store.list(organisation.id);
    return stored
      .map(({ id, events }) => foldScenario(id, events)!)
      .filter((scenario) => maySee(scenario, actor));
  }

  private keep(memory: ScenarioMemory): void {
    this.memories.delete(memory.id);
    this.memories.set(memory.id, memory);
    if (this.memories.size > MOST_KEPT) this.memories.delete(this.memories.keys().next().value!);
  }
}

/** Its owner's, or everybody's in the organisation. */
export function maySee({ visibility, owner }: Scenario, actor: string): boolean {
  return visibility === 'organisation' || owner === actor;
}

export function unknownScenario(id: string): QuestionRefused {
  const shown = id.slice(0, 80);
  return new QuestionRefused(
    'UNKNOWN_SCENARIO',
    { sv: `Det finns inget scenario ”${shown}”.`, en: `There is no scenario "${shown}".` },
    'scenario',
  );
}
