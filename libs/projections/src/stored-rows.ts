import type { OrganisationId } from '#ledger';
import type { Position } from '#temporal';
import pg from 'pg';
import { to as copyTo, type CopyToStreamQuery } from 'pg-copy-streams';
import { READ_MODEL_TABLES, type ReadModelTable, type TableName } from './read-model-tables.js';

/** The rows of one table up to a position, as known there, in the order and form of `ReadModelRows`. */
export class StoredRows {
  private readonly chunks: AsyncIterator<Buffer>;
  private pending: Buffer = Buffer.alloc(0);

  private constructor(private readonly stream: CopyToStreamQuery) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  static open(
    client: pg.ClientBase,
    name: TableName,
    organisation: OrganisationId,
    upTo: Position,
  ): StoredRows {
    const table: ReadModelTable = READ_MODEL_TABLES[name];
    const { position, within } = table;
    const columns = table.columns.map((column) =>
      column === 'known_until' ? `case when known_until <= ${upTo} then known_until end` : column,
    );
    return new StoredRows(
      client.query(
        copyTo(
          `copy (select ${columns.join(', ')} from read_model.${name}
             where organisation_id = ${pg.escapeLiteral(organisation)} and ${position} <= ${upTo}
             order by ${[position, ...within].join(', ')}) to stdout`,
        ),
      ),
    );
  }

  /** The next bytes; fewer at the end. */
  async read(length: number): Promise<Buffer> {
    const parts: Buffer[] = [this.pending];
    let size = this.pending.length;
    while (size < length) {
      const chunk = await this.chunks.next();
      if (chunk.done) break;
      parts.push(chunk.value);
      size += chunk.value.length;
    }
    const all = parts.length === 1 ? this.pending : Buffer.concat(parts, size);
    this.pending = all.subarray(length);
    return all.subarray(0, length);
  }

  /** What is left of the line in which the last reading ended. */
  async restOfLine(): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (;;) {
      const byte = await this.read(1);
      parts.push(byte);
      if (byte.length === 0 || byte[0] === 0x0a) return Buffer.concat(parts);
    }
  }
}
