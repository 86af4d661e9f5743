import { withClient, type Database } from '#database';
import { chronicleEventTypes, PostgresLedgerStore, type OrganisationId } from '#ledger';
import type { ChangeId } from '#structure';
import type { Position } from '#temporal';
import type { Client } from 'pg';
import { valuesOfCopyLine } from './copy-text.js';
import { READ_MODEL_TABLES, TABLE_NAMES, type TableName } from './read-model-tables.js';
import { ReadModelRows, type RowTexts } from './read-model-rows.js';
import { StoredRows } from './stored-rows.js';

/** A row by its columns, in PostgreSQL's spelling. */
export type RowValues = Readonly<Record<string, string | null>>;

export type ReadModelVerification =
  | { readonly ok: true; readonly events: number }
  | {
      readonly ok: false;
      readonly table: TableName;
      /** Of the event whose row it is. */
      readonly position: Position;
      /** The row that the ledger's events give; undefined: there should be none. */
      readonly expected: RowValues | undefined;
      /** The row that the read model has; undefined: it lacks one. */
      readonly stored: RowValues | undefined;
    };

/**
 * Compares an organisation's read model with what its events give, up to the head at the start. Writers go on.
 * Names the first place that differs, by position. The ledger itself is verified elsewhere.
 */
export async function verifyReadModel(
  database: Pick<Database, 'pool' | 'appConfig'>,
  organisation: OrganisationId,
  options: { readonly onProgress?: (position: Position) => void } = {},
): Promise<ReadModelVerification> {
  const pool = database.pool();
  const types = chronicleEventTypes;
  const ledger = new PostgresLedgerStore(pool, types);
  const upTo = (await ledger.head(organisation))?.position ?? (0 as Position);
  const stretch = { organisation, after: 0 as Position, upTo };
  const expected = await ReadModelRows.of({ pool, types, ledger }, stretch, noneBefore);
  return withStoredRows(database, organisation, upTo, async (stored) => {
    for await (const { rows, upTo: position } of expected.batches()) {
      const difference = await firstDifference(rows, stored);
      if (difference !== undefined) return difference;
      options.onProgress?.(position);
    }
    return (await firstDifference(NOTHING, stored)) ?? { ok: true, events: upTo };
  });
}

type Difference = Extract<ReadModelVerification, { ok: false }>;
type StoredTables = Readonly<Record<TableName, StoredRows>>;

const NOTHING: RowTexts = { change: '', fact: '', lineage: '' };

function noneBefore(): Promise<Map<ChangeId, Position>> {
  return Promise.resolve(new Map());
}

/** One connection per table: a COPY has its connection for itself. */
async function withStoredRows<T>(
  { appConfig }: Pick<Database, 'appConfig'>,
  organisation: OrganisationId,
  upTo: Position,
  work: (stored: StoredTables) => Promise<T>,
): Promise<T> {
  const open = (client: Client, table: TableName) => StoredRows.open(client, table, organisation, upTo);
  return withClient(appConfig, (first) =>
    withClient(appConfig, (second) =>
      withClient(appConfig, (third) =>
        work({ change: open(first, 'change'), fact: open(second, 'fact'), lineage: open(third, 'lineage') }),
      ),
    ),
  );
}

/** Reads as much as is expected of every table, and what is left if nothing is. */
async function firstDifference(expected: RowTexts, stored: StoredTables): Promise<Difference | undefined> {
  const differences: Difference[] = [];
  for (const table of TABLE_NAMES) {
    const bytes = Buffer.from(expected[table]);
    const found = await stored[table].read(expected === NOTHING ? 1 : bytes.length);
    if (found.equals(bytes)) continue;
    const text = Buffer.concat([found, await stored[table].restOfLine()]).toString();
    differences.push(firstDifferentLine(table, linesOf(expected[table]), linesOf(text)));
  }
  return differences.sort((a, b) => a.position - b.position)[0];
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function firstDifferentLine(table: TableName, expected: string[], stored: string[]): Difference {
  const at = Array.from(expected.keys(), Number).find((i) => expected[i] !== stored[i]) ?? expected.length;
  const [wanted, found] = [rowOf(table, expected[at]), rowOf(table, stored[at])];
  const position = Math.min(wanted?.position ?? Infinity, found?.position ?? Infinity) as Position;
  return {
    ok: false,
    table,
    position,
    expected: wanted?.position === position ? wanted.values : undefined,
    stored: found?.position === position ? found.values : undefined,
  };
}

function rowOf(
  table: TableName,
  line: string | undefined,
): { position: number; values: RowValues } | undefined {
  if (line === undefined) return undefined;
  const { columns, position } = READ_MODEL_TABLES[table];
  const texts = valuesOfCopyLine(line);
  const values = Object.fromEntries(columns.map((column, index) => [column, texts[index] ?? null]));
  return { position: Number(values[position]), values };
}
