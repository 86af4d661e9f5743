import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Position } from '#temporal';

import type { OrganisationId, StoredEvent } from './ledger-store.js';
import { instantOf } from './microseconds.js';

const COLUMNS =
  'position, event_id, type, schema_version, recorded_at, known_at, command, touches, envelope, hash';
/** Signature (11 bytes), flags (4), header extension length (4). */
const FILE_HEADER = 19;
const END_OF_DATA = -1;
/** PostgreSQL counts microseconds from 2000-01-01. */
const POSTGRES_EPOCH = 946_684_800_000_000;

/**
 * Stored events after `after` up to and including `upTo`, in the order of their positions, through COPY in its binary
 * form: several times as fast as a query. Give up a generator before its end and the connection is closed.
 */
export async function* copiedEvents(
  client: PoolClient,
  organisation: OrganisationId,
  after: Position,
  upTo: Position,
  batchSize: number,
): AsyncGenerator<StoredEvent[], void> {
  const source = client.query(
    copyTo(
      `copy (select ${COLUMNS} from ledger.event where organisation_id = '${organisation}'
         and position > ${after} and position <= ${upTo} order by position) to stdout (format binary)`,
    ),
  );
  let rest: Buffer = Buffer.alloc(0);
  let headerRead = false;
  let batch: StoredEvent[] = [];
  for await (const chunk of source as AsyncIterable<Buffer>) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!headerRead && bytes.length >= FILE_HEADER) {
      bytes = bytes.subarray(FILE_HEADER);
      headerRead = true;
    }
    const cursor = new Cursor(bytes);
    while (headerRead && cursor.hasRow()) {
      batch.push(eventAt(cursor));
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
    rest = bytes.subarray(cursor.offset);
  }
  if (batch.length > 0) yield batch;
}

function eventAt(cursor: Cursor): StoredEvent {
  cursor.skip(2);
  const position = cursor.int64() as Position;
  const eventId = cursor.uuid();
  const type = cursor.text();
  const schemaVersion = cursor.int16();
  const recordedAt = cursor.int64();
  const knownAt = cursor.int64();
  const recorded = instantOf(recordedAt + POSTGRES_EPOCH);
  return {
    position,
    eventId,
    type,
    schemaVersion,
    recordedAt: recorded,
    knownAt: knownAt === recordedAt ? recorded : instantOf(knownAt + POSTGRES_EPOCH),
    command: cursor.text(),
    touches: cursor.texts(),
    envelope: cursor.text(),
    hash: cursor.hex(),
  };
}

/** Reads fields of the binary copy format: a length of four bytes, then the value, numbers with the high byte first. */
class Cursor {
  offset = 0;

  constructor(private readonly bytes: Buffer) {}

  /** True if a whole row is here. */
  hasRow(): boolean {
    const { bytes } = this;
    if (this.offset + 2 > bytes.length) return false;
    const fields = bytes.readInt16BE(this.offset);
    if (fields === END_OF_DATA) return false;
    let end = this.offset + 2;
    for (let field = 0; field < fields; field++) {
      if (end + 4 > bytes.length) return false;
      end += 4 + bytes.readInt32BE(end);
    }
    return end <= bytes.length;
  }

  skip(length: number): void {
    this.offset += length;
  }

  int16(): number {
    this.offset += 6;
    return this.bytes.readInt16BE(this.offset - 2);
  }

  int64(): number {
    this.offset += 12;
    return this.bytes.readInt32BE(this.offset - 8) * 0x1_0000_0000 + this.bytes.readUInt32BE(this.offset - 4);
  }

  text(): string {
    const start = this.offset + 4;
    this.offset = start + this.bytes.readInt32BE(this.offset);
    return this.bytes.toString('utf8', start, this.offset);
  }

  hex(): string {
    const start = this.offset + 4;
    this.offset = start + this.bytes.readInt32BE(this.offset);
    return this.bytes.toString('hex', start, this.offset);
  }

  uuid(): string {
    const hex = this.hex();
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** A text[] of one dimension without nulls: dimensions, flags, element type, then length and lower bound, elements. */
  texts(): string[] {
    const dimensions = this.bytes.readInt32BE(this.offset + 4);
    if (dimensions === 0) {
      this.offset += 16;
      return [];
    }
    const length = this.bytes.readInt32BE(this.offset + 16);
    this.offset += 24;
    return Array.from({ length }, () => this.text());
  }
}
