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
  decide,
  type Draft,
  logEvent,
  parseDraft,
  replay,
  SCHEMA_VERSION,
  Timeline,
  type ChangeEventData,
} from '#structure';
import { instant, type Day, type Position } from '#temporal';
import type pg from 'pg';
import { inlineProjection } from '../inline-projection.js';

export interface DecidedChangeSet {
  readonly command: CommandDraft;
  readonly inline: InlineProjection;
  append(): Promise<AppendOutcome>;
}

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
    return new RecordedOrganisation(this.id, this.ledger, timeline, this.position);
  }

  /** Records a change set. @returns whether it was accepted */
  async record(lines: readonly object[]): Promise<boolean> {
    const decided = this.decide(lines);
    if (decided === undefined) return false;
    const outcome = await decided.append();
    if (outcome.outcome !== 'appended') throw new Error(JSON.stringify(outcome));
    return true;
  }

  /** A change set decided but not yet appended; undefined if it is refused. */
  decide(lines: readonly object[]): DecidedChangeSet | undefined {
    const drafts: Draft[] = [];
    for (const line of lines) {
      const { set: _, ...rest } = line as Record<string, unknown>;
      const parsed = parseDraft({ reason: 'Så blev det', ...rest });
      if (!parsed.ok) return undefined;
      drafts.push(parsed.draft);
    }
    const basis = this.position;
    const first = (basis + 1) as Position;
    this.timeline.begin();
    const decision = decide(this.timeline, drafts, {
      position: first,
      today: -Infinity as Day,
      newId: randomUUID,
      keyScheme: 'import',
      confirmed: 'all',
    });
    if (!decision.accepted) {
      this.timeline.rollback();
      return undefined;
    }
    const { events, reads } = decision;
    const time = instant('2024-01-01T12:00:00Z');
    events.forEach(({ recording, data, version, reason }, index) =>
      logEvent(this.timeline, recording, data, version, {
        position: (first + index) as Position,
        recordedAt: time,
        knownAt: time,
        actor: 'registrar',
        reason,
      }),
    );
    this.timeline.commit();
    this.position = (basis + events.length) as Position;
    const command = {
      idempotencyKey: randomUUID(),
      commandType: 'RecordChanges',
      actor: 'registrar',
      basis,
      reads,
      events: events.map(({ type, data, touches }) => ({
        eventId: randomUUID(),
        type,
        schemaVersion: SCHEMA_VERSION,
        data: data as unknown as JsonObject,
        touches,
      })),
    };
    const inline = inlineProjection(events, first);
    return { command, inline, append: () => this.ledger.append(this.id, [command], inline) };
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
