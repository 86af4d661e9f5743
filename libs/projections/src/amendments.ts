import { parseEnvelope, type EventTypes, type OrganisationId } from '#ledger';
import type { ChangeEventData, ChangeId } from '#structure';
import type { Position } from '#temporal';
import type { Pool } from 'pg';
import { AMENDING_TYPES, rowRecording } from './row-recording.js';

const BATCH = 10_000;

/** Which changes are amended, and where, in a stretch of an organisation's events. Holds amendments only, however long the stretch. */
export class Amendments {
  private readonly positions = new Map<ChangeId, Position[]>();

  static async load(
    pool: Pool,
    types: EventTypes,
    organisation: OrganisationId,
    after: Position,
    upTo: Position,
  ): Promise<Amendments> {
    const amendments = new Amendments();
    for (let last = after; ;) {
      const { rows } = await pool.query<{ envelope: string }>(
        `select envelope from ledger.event
         where organisation_id = $1 and position > $2 and position <= $3 and type = any ($4)
         order by position limit $5`,
        [organisation, last, upTo, AMENDING_TYPES, BATCH],
      );
      for (const row of rows) {
        const { type, schemaVersion, data, written } = parseEnvelope(row.envelope);
        const current = types.upcast(type, schemaVersion, data).data as unknown as ChangeEventData;
        if (rowRecording(type, current) !== undefined) amendments.add(current.change, written.position);
        last = written.position;
      }
      if (rows.length < BATCH) return amendments;
    }
  }

  /** The changes that are amended, each with the position of its first amendment. */
  *first(): Iterable<readonly [ChangeId, Position]> {
    for (const [change, positions] of this.positions) yield [change, positions[0]!];
  }

  has(change: ChangeId): boolean {
    return this.positions.has(change);
  }

  /** The position at which what was said of the change at `position` is amended; null if it never is. */
  after(change: ChangeId, position: Position): Position | null {
    return this.positions.get(change)?.find((amended) => amended > position) ?? null;
  }

  private add(change: ChangeId, position: Position): void {
    const positions = this.positions.get(change);
    if (positions === undefined) this.positions.set(change, [position]);
    else positions.push(position);
  }
}
