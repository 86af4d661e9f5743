import { asSet, encodeCommand } from './envelope.js';
import type {
  AppendedCommand,
  AppendOutcome,
  CommandDraft,
  ConflictReason,
  EventDraft,
  InlineProjection,
  OrganisationDraft,
  OrganisationId,
  RegisterOutcome,
} from './ledger-store.js';
import type { Instant, Position } from '#temporal';

import { registration } from './organisation-registered.event.js';

/** A statement as node-postgres takes it: prepared under its name, once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Between the elements of a list inside a line. */
const UNIT_SEPARATOR = '\u001f';
const APPEND_CASTS = [
  'uuid', 'text', 'text', 'bigint[]', 'text', 'bigint[]', 'timestamptz[]', 'int[]', 'uuid[]', 'text', 'smallint[]', 'text', 'text',
]; // prettier-ignore
const REGISTER_CASTS = [
  'uuid',
  'text',
  'text',
  'text',
  'text',
  'timestamptz',
  'uuid',
  'text',
  'text',
  'text',
];

/** One call of `ledger.append` (migrations/0001-ledger.sql), with the inline projection in the same statement. */
export function appendStatement(
  organisation: OrganisationId,
  commands: readonly CommandDraft[],
  inline?: InlineProjection,
): Statement {
  const encoded = commands.map((command) => encodeCommand(organisation, command));
  const drafts = commands.flatMap((command) => command.events);
  const events = encoded.flatMap((command) => command.events);
  return statement('append', APPEND_CASTS, inline, [
    organisation,
    lines(commands.map((command) => command.idempotencyKey)),
    lines(encoded.map(({ digest }) => digest)),
    array(commands.map((command) => command.basis)),
    lines(commands.map((command) => asSet(command.reads).join(UNIT_SEPARATOR))),
    optionalArray(commands.map((command) => command.expectedPosition)),
    optionalArray(commands.map((command) => command.knownAt)),
    array(commands.flatMap((command, index) => command.events.map(() => index + 1))),
    array(drafts.map((event) => event.eventId)),
    lines(drafts.map((event) => event.type)),
    array(drafts.map((event) => event.schemaVersion)),
    lines(events.map((event) => event.touches.join(UNIT_SEPARATOR))),
    lines(events.map((event) => event.body)),
  ]);
}

/** One call of `ledger.register`. */
export function registerStatement(draft: OrganisationDraft, inline?: InlineProjection): Statement {
  const command = registration(draft);
  const { digest, events } = encodeCommand(draft.id, command);
  const event = command.events[0] as EventDraft;
  return statement('register', REGISTER_CASTS, inline, [
    draft.id,
    draft.slug,
    draft.name,
    draft.idempotencyKey,
    digest,
    draft.knownAt ?? null,
    event.eventId,
    event.type,
    event.touches.join(UNIT_SEPARATOR),
    lines(events.map(({ body }) => body)),
  ]);
}

/** The row that `ledger.append` answers with. */
export interface AppendRow {
  readonly outcome: AppendOutcome['outcome'];
  readonly command: number | null;
  readonly reason: ConflictReason | null;
  readonly mismatch: boolean | null;
  readonly head: string | number;
  readonly first: string | number | null;
  readonly last: string | number | null;
  readonly recorded: string | null;
  readonly hashes: string | null;
}

/** The row that `ledger.register` answers with. */
export interface RegisterRow {
  readonly outcome: AppendOutcome['outcome'];
  readonly reason: 'SLUG_TAKEN' | 'ID_TAKEN' | 'KNOWN_AT_FUTURE' | null;
  readonly mismatch: boolean | null;
  readonly recorded: string | null;
  readonly hashes: string | null;
  readonly stored_id: OrganisationId | null;
  readonly stored_name: string | null;
}

export function appendOutcome(row: AppendRow, commands: readonly CommandDraft[]): AppendOutcome {
  const head = Number(row.head) as Position;
  switch (row.outcome) {
    case 'appended':
      return { outcome: 'appended', head, commands: appendedCommands(row, commands) };
    case 'duplicate':
      return {
        outcome: 'duplicate',
        command: row.command ?? 0,
        mismatch: row.mismatch ?? true,
        stored: {
          first: Number(row.first) as Position,
          last: Number(row.last) as Position,
          recordedAt: row.recorded as Instant,
        },
      };
    case 'conflict':
      return { outcome: 'conflict', command: row.command ?? 0, reason: row.reason as ConflictReason, head };
  }
}

export function registerOutcome(row: RegisterRow, draft: OrganisationDraft): RegisterOutcome {
  const first = 1 as Position;
  const recordedAt = row.recorded as Instant;
  switch (row.outcome) {
    case 'appended':
      return {
        outcome: 'registered',
        organisation: { id: draft.id, slug: draft.slug, name: draft.name },
        command: { first, last: first, recordedAt, hash: row.hashes as string },
      };
    case 'duplicate':
      return {
        outcome: 'duplicate',
        organisation: {
          id: row.stored_id as OrganisationId,
          slug: draft.slug,
          name: row.stored_name as string,
        },
        stored: { first, last: first, recordedAt },
        mismatch: row.mismatch ?? true,
      };
    case 'conflict':
      return { outcome: 'conflict', reason: row.reason ?? 'ID_TAKEN' };
  }
}

function appendedCommands(row: AppendRow, commands: readonly CommandDraft[]): AppendedCommand[] {
  const recorded = (row.recorded as string).split(',');
  const hashes = (row.hashes as string).split(',');
  let last = Number(row.first) - 1;
  return commands.map((command, index) => {
    const first = last + 1;
    last += command.events.length;
    return {
      first: first as Position,
      last: last as Position,
      recordedAt: recorded[index] as Instant,
      hash: hashes[index] as string,
    };
  });
}

function statement(
  name: 'append' | 'register',
  casts: readonly string[],
  inline: InlineProjection | undefined,
  values: unknown[],
): Statement {
  const call = `from ledger.${name}(${casts.map((cast, index) => `$${index + 1}::${cast}`).join(', ')}) a`;
  if (inline?.sql === undefined) return { name: `ledger-${name}`, text: `select a.* ${call}`, values };
  const expression = inline.sql.expression({
    organisation: '$1::uuid',
    first: 'a.first',
    last: 'a.last',
    recordedAt: 'a.started_at',
    value: (index) => `$${casts.length + index + 1}`,
  });
  return {
    name: `ledger-${name}-${inline.sql.name}`,
    text: `select a.*, case when a.outcome = 'appended' then (${expression})::text end as inline ${call}`,
    values: [...values, ...inline.sql.values],
  };
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}

function array(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`;
}

/** Null if there is none at all. */
function optionalArray(values: readonly (string | number | undefined)[]): string | null {
  if (values.every((value) => value === undefined)) return null;
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}
