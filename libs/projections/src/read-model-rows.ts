import type { EventTypes, OrganisationId, PostgresLedgerStore, RecordedEvent } from '#ledger';
import type { ChangeEventData, ChangeId } from '#structure';
import { impreciseDate, sqlDate, type Position } from '#temporal';
import type { Pool } from 'pg';
import { Amendments } from './amendments.js';
import { copyLine, copyNumber } from './copy-text.js';
import { edgeRows, factRows, unitsOfEffects } from './effect-rows.js';
import type { TableName } from './read-model-tables.js';
import { appliedContent, begins, rowRecording, type RowRecording } from './row-recording.js';

/** Rows that some consecutive events give, per table, as COPY text ordered as `READ_MODEL_TABLES` says. */
export type RowTexts = Readonly<Record<TableName, string>>;

export interface RowBatch {
  readonly rows: RowTexts;
  /** Position of the last event. */
  readonly upTo: Position;
  readonly events: number;
}

/** The ledger, as what the read model is made from. */
export interface EventSource {
  readonly pool: Pool;
  readonly ledger: PostgresLedgerStore;
  readonly types: EventTypes;
}

export interface Stretch {
  readonly organisation: OrganisationId;
  readonly after: Position;
  readonly upTo: Position;
}

const BATCH = 5000;

/** The read model of a stretch of events, in batches. What a later stretch amends is not closed here. */
export class ReadModelRows {
  private constructor(
    private readonly source: EventSource,
    private readonly stretch: Stretch,
    readonly amendments: Amendments,
    /** Positions from which amended changes apply. */
    private readonly orders: Map<ChangeId, Position>,
  ) {}

  /** @param ordersBefore finds from which positions those changes apply that did so before the stretch */
  static async of(
    source: EventSource,
    stretch: Stretch,
    ordersBefore: (changes: readonly ChangeId[]) => Promise<Map<ChangeId, Position>>,
  ): Promise<ReadModelRows> {
    const { organisation, after, upTo } = stretch;
    const amendments = await Amendments.load(source.pool, source.types, organisation, after, upTo);
    const amended = Array.from(amendments.first(), ([change]) => change);
    const orders = after > 0 && amended.length > 0 ? await ordersBefore(amended) : new Map();
    return new ReadModelRows(source, stretch, amendments, orders);
  }

  async *batches(): AsyncGenerator<RowBatch, void> {
    const { organisation, after, upTo } = this.stretch;
    for await (const events of this.source.ledger.stream(organisation, { after, upTo, batchSize: BATCH })) {
      const rows = { change: '', fact: '', lineage: '' };
      for (const event of events) this.addRows(rows, event);
      yield { rows, upTo: events.at(-1)!.position, events: events.length };
    }
  }

  private addRows(
    rows: Record<TableName, string>,
    { organisation, position, type, data: json }: RecordedEvent,
  ): void {
    const recording = rowRecording(type, json);
    if (recording === undefined) return;
    const data = json as unknown as ChangeEventData;
    const { change } = data;
    const said = [data.id ?? null, data.digest ?? null] as const;
    const content = appliedContent(data);
    if (content === undefined) {
      const nothing = [null, null, null, null, null] as const;
      rows.change += copyLine([
        organisation,
        change,
        position,
        ...nothing,
        recording,
        null,
        null,
        ...said,
        '{}',
      ]);
      return;
    }
    const { effects } = content;
    const on = impreciseDate(content.on);
    const [earliest, latest] = [sqlDate(on.earliest), sqlDate(on.latest)];
    const order = this.orderOf(recording, change, position);
    const until = this.amendments.after(change, position);
    const from = content.appliesFrom ?? latest;
    const imprecise = earliest === latest ? null : earliest;
    const last = earliest === latest ? null : latest;
    rows.change += copyLine([
      ...[organisation, change, position, order, content.changeSet, earliest, latest, from],
      ...[recording, content.kind, content.on, ...said, `{${unitsOfEffects(effects).join(',')}}`],
    ]);
    const facts = factRows(effects).sort((a, b) => a.seq - b.seq || (a.track < b.track ? -1 : 1));
    for (const { seq, unit, track, value } of facts) {
      rows.fact += copyLine([
        ...[organisation, unit, change, order, position, until],
        ...[from, imprecise, last, seq, track, value],
      ]);
    }
    for (const { seq, predecessor, successor, relation, share } of edgeRows(effects)) {
      rows.lineage += copyLine([
        ...[organisation, predecessor, successor, change, order, position],
        ...[until, share === null ? null : copyNumber(share), from, imprecise, seq, relation],
      ]);
    }
  }

  private orderOf(recording: RowRecording, change: ChangeId, position: Position): Position {
    if (!this.amendments.has(change)) return position;
    if (begins(recording)) this.orders.set(change, position);
    return this.orders.get(change) ?? position;
  }
}
