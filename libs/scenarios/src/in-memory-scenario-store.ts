import { instantOf, microsecondsOf, systemClock, type InlineProjection, type OrganisationId } from '#ledger';
import { digestOf } from './fingerprint.js';
import type {
  ScenarioContent,
  ScenarioEvent,
  ScenarioEventData,
  ScenarioEventDraft,
} from './scenario-event.js';
import {
  byCreation,
  ScenarioMoved,
  type ScenarioAppendOutcome,
  type ScenarioCommandTerms,
  type ScenarioStore,
  type StoredScenario,
  type StoredScenarioCommand,
} from './scenario-store.js';
import type { ScenarioId } from './scenario.js';

interface Stream {
  readonly organisation: OrganisationId;
  readonly events: ScenarioEvent[];
  readonly contents: Map<number, ScenarioContent>;
}

/** Scenarios in memory, for tests and examples. Same contract as the PostgreSQL store; nothing is durable. */
export class InMemoryScenarioStore implements ScenarioStore {
  private readonly streams = new Map<ScenarioId, Stream>();
  private readonly commands = new Map<string, StoredScenarioCommand>();

  constructor(private readonly clock: () => ReturnType<typeof systemClock> = systemClock) {}

  async append(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
    events: readonly ScenarioEventDraft[],
    terms: ScenarioCommandTerms,
  ): Promise<ScenarioAppendOutcome> {
    return this.appendNow(organisation, scenario, after, events, terms);
  }

  adoption(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
    data: Omit<ScenarioEventData['ScenarioAdopted'], 'first' | 'last'>,
    terms: ScenarioCommandTerms,
  ): InlineProjection {
    return {
      memory: (first, last) => {
        const adopted: ScenarioEventDraft = { type: 'ScenarioAdopted', data: { ...data, first, last } };
        const { outcome } = this.appendNow(organisation, scenario, after, [adopted], terms);
        if (outcome !== 'appended') throw new ScenarioMoved();
      },
    };
  }

  async read(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
  ): Promise<{ events: ScenarioEvent[]; contents: Map<number, ScenarioContent> }> {
    const stream = this.streams.get(scenario);
    if (stream === undefined || stream.organisation !== organisation)
      return { events: [], contents: new Map() };
    return {
      events: stream.events.slice(after),
      contents: new Map([...stream.contents].filter(([version]) => version > after)),
    };
  }

  async list(organisation: OrganisationId): Promise<readonly StoredScenario[]> {
    return [...this.streams]
      .filter(([, stream]) => stream.organisation === organisation)
      .map(([id, { events }]) => ({ id, events: [...events] }))
      .sort(byCreation);
  }

  async findCommand(
    organisation: OrganisationId,
    idempotencyKey: string,
  ): Promise<StoredScenarioCommand | null> {
    return this.commands.get(`${organisation} ${idempotencyKey}`) ?? null;
  }

  async organisationOf(scenario: ScenarioId): Promise<OrganisationId | null> {
    return this.streams.get(scenario)?.organisation ?? null;
  }

  private appendNow(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
    drafts: readonly ScenarioEventDraft[],
    terms: ScenarioCommandTerms,
  ): ScenarioAppendOutcome {
    const key = `${organisation} ${terms.idempotencyKey}`;
    const digest = digestOf(terms);
    const stored = this.commands.get(key);
    if (stored !== undefined) {
      const { scenario: id, version } = stored;
      return { outcome: 'duplicate', scenario: id, version, mismatch: stored.digest !== digest };
    }
    const stream: Stream = this.streams.get(scenario) ?? { organisation, events: [], contents: new Map() };
    const { events, contents } = stream;
    if (stream.organisation !== organisation || events.length !== after) return { outcome: 'moved' };
    const last = events.at(-1)?.recordedAt;
    const recordedAt = instantOf(Math.max(this.clock(), last === undefined ? 0 : microsecondsOf(last) + 1));
    for (const draft of drafts) {
      const version = events.length + 1;
      // As they come back from a database: no part of what was given.
      const { content, data } = JSON.parse(JSON.stringify(draft)) as ScenarioEventDraft;
      events.push({ type: draft.type, data, version, recordedAt, actor: terms.actor } as ScenarioEvent);
      if (content !== undefined) contents.set(version, content);
    }
    this.streams.set(scenario, stream);
    const version = events.length;
    this.commands.set(key, { scenario, version, digest });
    return { outcome: 'appended', version, recordedAt };
  }
}
