/** A table of the read model (migrations/0002-read-model.sql), as it is copied and compared. */
export interface ReadModelTable {
  /** In the order of its rows' texts. */
  readonly columns: readonly string[];
  /** Column with the position of the event that gave the row. */
  readonly position: string;
  /** What orders the rows of one event. */
  readonly within: readonly string[];
}

/** The tables that a rebuild makes anew. */
export const READ_MODEL_TABLES = {
  change: {
    columns: [
      ...[
        'organisation_id',
        'change_id',
        'position',
        'change_order',
        'change_set',
        'earliest',
        'latest',
        'applies_from',
      ],
      ...['recording', 'kind', 'written', 'external_id', 'import_digest', 'units'],
    ],
    position: 'position',
    within: [],
  },
  fact: {
    columns: [
      ...['organisation_id', 'unit_id', 'change_id', 'change_order', 'known_from', 'known_until'],
      ...['effective_from', 'earliest', 'latest', 'seq', 'track', 'value'],
    ],
    position: 'known_from',
    within: ['seq', 'track'],
  },
  lineage: {
    columns: [
      ...['organisation_id', 'predecessor_id', 'successor_id', 'change_id', 'change_order', 'known_from'],
      ...['known_until', 'share', 'effective_from', 'earliest', 'seq', 'relation'],
    ],
    position: 'known_from',
    within: ['seq'],
  },
} as const satisfies Record<string, ReadModelTable>;

export type TableName = keyof typeof READ_MODEL_TABLES;
export const TABLE_NAMES = Object.keys(READ_MODEL_TABLES) as TableName[];
