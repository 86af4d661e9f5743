import { randomUUID } from 'node:crypto';
import {
  chronicleEventTypes,
  PostgresLedgerStore,
  type AppendOutcome,
  type CommandDraft,
  type InlineProjection,
  type JsonObject,
  type OrganisationId,
} from '#ledger';
import {
  block,
  BLOCKED,
  decide,
  decidePending,
  enact,
  logEvent,
  parseDraft,
  replay,
  SCHEMA_VERSION,
  Timeline,
  type ChangeEventData,
  type DecidedEvent,
  type DecisionContext,
  type Draft,
} from '#structure';
import { instant, type Day, type Position } from '#temporal';
import type pg from 'pg';
import { inlineProjection } from '../inline-projection.js';

export interface DecidedChangeSet {
  readonly command: CommandDraft;
  readonly inline: InlineProjection;
  append(): Promise<AppendOutcome>;
}

/** Something that is recorded; changes are lines of the import format, and named by their `id`. */
export type Part =
  | { readonly changes: readonly object[] }
  /** Changes beside the timeline in force, and amendments of them. */
  | { readonly pending: readonly object[] }
  | { readonly enact: readonly string[] }
  | { readonly annul: string }
  | { readonly suspend: string }
  | { readonly block: string }
  /** So many records beside the structure. */
  | { readonly matters: number };

const A_MATTER = {
  record: '01a20161-7da1-7000-8000-06f0012c327a',
  kind: 'matter',
  payload: { title: 'Ärende' },
};

/** An organisation that is recorded line by line (import format) through decisions, the ledger and its projection. */
export class RecordedOrganisation {
  private constructor(
    readonly id: OrganisationId,
    readonly ledger: PostgresLedgerStore,
    readonly timeline: Timeline,
    private position: Position,
  ) {}

  static async register(pool: pg.Pool): Promise<RecordedOrganisation> {
    const ledger = new PostgresLedgerStore(pool, chronicleEventTypes);
    const id = randomUUID() as OrganisationId;
    await ledger.register({
      id,
      slug: `o-${id}`,
      name: 'Region',
      eventId: randomUUID(),
      idempotencyKey: randomUUID(),
      actor: 'registrar',
    });
    return new RecordedOrganisation(id, ledger, new Timeline(), 1 as Position);
  }

  /** Another recorder of the same organisation, up to date with the ledger. */
  async another(): Promise<RecordedOrganisation> {
    const timeline = await this.replayed();
    const { position } = (await this.ledger.head(this.id))!;
    return new RecordedOrganisation(this.id, this.ledger, timeline, position);
  }

  /** Records a change set. @returns whether it was accepted */
  async record(lines: readonly object[]): Promise<boolean> {
    return this.recordAll([{ changes: lines }]);
  }

  /** Records several things in one append. @returns whether they were accepted */
  async recordAll(parts: readonly Part[]): Promise<boolean> {
    const decided = this.decideAll(parts);
    if (decided === undefined) return false;
    const outcome = await decided.append();
    if (outcome.outcome !== 'appended') throw new Error(JSON.stringify(outcome));
    return true;
  }

  /** A change set decided but not yet appended; undefined if it is refused. */
  decide(lines: readonly object[]): DecidedChangeSet | undefined {
    return this.decideAll([{ changes: lines }]);
  }

  /** Several things decided for one append, each on top of the one before; undefined if one is refused. */
  decideAll(parts: readonly Part[]): DecidedChangeSet | undefined {
    const basis = this.position;
    const first = (basis + 1) as Position;
    const events: (DecidedEvent | undefined)[] = [];
    const reads: string[] = [];
    this.timeline.begin();
    for (const part of parts) {
      const decided = this.decidePart(part, (first + events.length) as Position);
      if (decided === undefined) {
        this.timeline.rollback();
        return undefined;
      }
      events.push(...decided.events);
      reads.push(...decided.reads);
    }
    const time = instant('2024-01-01T12:00:00Z');
    events.forEach((event, index) => {
      if (event === undefined) return;
      const { recording, data, version, reason } = event;
      logEvent(this.timeline, recording, data, version, {
        position: (first + index) as Position,
        recordedAt: time,
        knownAt: time,
        actor: 'registrar',
        reason,
      });
    });
    this.timeline.commit();
    this.position = (basis + events.length) as Position;
    const command = {
      idempotencyKey: randomUUID(),
      commandType: 'RecordChanges',
      actor: 'registrar',
      basis,
      reads,
      events: events.map((event) => ({
        eventId: randomUUID(),
        type: event?.type ?? 'MatterOpened',
        schemaVersion: SCHEMA_VERSION,
        data: (event?.data ?? A_MATTER) as unknown as JsonObject,
        touches: event?.touches ?? [],
      })),
    };
    const inline = inlineProjection(events, first);
    return { command, inline, append: () => this.ledger.append(this.id, [command], inline) };
  }

  /** What of a part is to be appended: events about changes, and undefined for others. */
  private decidePart(
    part: Part,
    position: Position,
  ): { events: readonly (DecidedEvent | undefined)[]; reads: readonly string[] } | undefined {
    const context: DecisionContext = {
      position,
      today: -Infinity as Day,
      newId: randomUUID,
      keyScheme: 'import',
      confirmed: 'all',
    };
    if ('matters' in part)
      return { events: Array.from({ length: part.matters }, () => undefined), reads: [] };
    if ('block' in part) return { events: [this.block(part.block, position)], reads: [] };
    if ('enact' in part) {
      const changes = part.enact.map((name) => this.timeline.changesByName.get(name)!);
      const enacted = enact(this.timeline, changes, context);
      return enacted.notEnacted.length > 0 ? undefined : enacted;
    }
    if ('annul' in part || 'suspend' in part) {
      const draft: Draft =
        'annul' in part ? { draft: 'annul', change: part.annul } : { draft: 'suspend', change: part.suspend };
      const decision = decide(this.timeline, [draft], context);
      return decision.accepted ? decision : undefined;
    }
    const drafts = draftsOf('pending' in part ? part.pending : part.changes);
    if (drafts === undefined) return undefined;
    const decision =
      'pending' in part
        ? decidePending(this.timeline, drafts, [], context)
        : decide(this.timeline, drafts, context);
    return decision.accepted ? decision : undefined;
  }

  private block(name: string, position: Position): DecidedEvent {
    const data = { change: this.timeline.changesByName.get(name)!.id, reasons: [] };
    const version = block(this.timeline, data, position);
    return { type: BLOCKED, data, recording: 'blocked', reason: undefined, version, touches: [] };
  }

  /** The timeline that the ledger's events give. */
  async replayed(): Promise<Timeline> {
    const timeline = new Timeline();
    for await (const events of this.ledger.stream(this.id)) {
      for (const { type, data, position, recordedAt, knownAt, command } of events) {
        replay(timeline, type, data as unknown as ChangeEventData, {
          position,
          recordedAt,
          knownAt,
          actor: command.actor,
          reason: command.reason,
        });
      }
    }
    return timeline;
  }
}

function draftsOf(lines: readonly object[]): Draft[] | undefined {
  const drafts: Draft[] = [];
  for (const line of lines) {
    const { set: _, ...rest } = line as Record<string, unknown>;
    const parsed = parseDraft({ reason: 'Så blev det', ...rest });
    if (!parsed.ok) return undefined;
    drafts.push(parsed.draft);
  }
  return drafts;
}
