import { z } from 'zod';
import { chronicleEventTypes } from '#ledger';
import {
  CANCELLED,
  CHANGE_KINDS,
  CORRECTED,
  kindOf,
  NARROWED,
  RELATIONS,
  RESCHEDULED,
  type ChangeKind,
} from '#structure';

interface EventEntry {
  readonly type: string;
  readonly when: string;
  readonly data: string;
}

/** When an event of each kind is recorded, and the effects it comes to. */
const KIND_TEXTS: Readonly<Record<ChangeKind, string>> = {
  establish: 'A unit begins: `begin`.',
  rename: 'A unit gets a new name: `set name`.',
  reclassify: 'A unit becomes one of another type: `set type`.',
  recode: 'A unit gets, changes or loses codes: `set code:<scheme>` for each.',
  transfer:
    'A unit gets another parent in one hierarchy: `set parent:<hierarchy>` of the unit and of what is excepted; `begin` of excepted parts that were no units.',
  merge:
    'Units end and one new unit continues them: `begin`, `set parent` of children, `end`, `lineage mergedInto`.',
  absorb:
    'Units end and a standing unit continues them: `set name` if it is renamed, `set parent` of children, `end`, `lineage absorbedBy`.',
  split:
    'A unit ends and two or more continue it: `begin` of new ones, `set parent` of children, `end`, `lineage splitInto`.',
  spinOff:
    'A unit lives on and new units begin from parts of it: `begin`, `set parent` of children, `lineage spunOffFrom`.',
  replace:
    'A unit ends and one new unit begins with the same activity: `begin`, `set parent` of children, `end`, `lineage replacedBy`.',
  dissolve:
    'A unit ends: `end`, with `succession` if it is said that there is no successor or that none is known; else `lineage continues`.',
  reactivate: 'A unit that ended begins again under its own id: `begin`.',
  reorganise: 'Any beginnings, ends and settings at once, as written.',
  moveResponsibility:
    'A function, or a share of staff or budget, moves between units that live on: `lineage partMovedTo` for each receiver.',
  anticipate:
    'A change whose form, name or date is still open: no effects. `on` is `..` if nothing is known of its date.',
};

const OTHER_TEXTS: Readonly<Record<string, Omit<EventEntry, 'type'>>> = {
  OrganisationRegistered: {
    when: 'An organisation gets its ledger: always its first event, at position 1.',
    data: '{ name: string, slug: string, keyScheme?: string }',
  },
  [CORRECTED]: {
    when: 'A change had been recorded wrongly: the whole new content, resolved where the change stood.',
    data: 'Content',
  },
  [RESCHEDULED]: {
    when: 'A change gets another date: its content as before, resolved at the new date.',
    data: 'Content',
  },
  [CANCELLED]: {
    when: 'A change that has not taken effect will not.',
    data: '{ change: uuid } & Circumstances',
  },
  [NARROWED]: {
    when: 'Something else leaves an imprecise change another last day than it had: its content as before, with `appliesFrom`. Recorded by the system in the append that requires it ([ADR 0005](../adr/0005-imprecise-dates.md)).',
    data: 'Content',
  },
};

/** docs/reference/events.md, made from the event types, the kinds and their schemas. */
export function eventCatalogue(): string {
  const events = [
    entry('OrganisationRegistered'),
    ...CHANGE_KINDS.map((kind) => ({
      type: kindOf(kind).event,
      when: KIND_TEXTS[kind],
      data: `Content with kind: '${kind}', payload: ${payloadOf(kind)}`,
    })),
    ...[CORRECTED, RESCHEDULED, CANCELLED, NARROWED].map(entry),
  ];
  const missing = chronicleEventTypes.names().filter((name) => !events.some(({ type }) => type === name));
  if (missing.length > 0) throw new Error(`The catalogue lacks ${missing.join(', ')}.`);
  return [INTRODUCTION, ...events.map(section)].join('\n');
}

function entry(type: string): EventEntry {
  return { type, ...OTHER_TEXTS[type]! };
}

function section({ type, when, data }: EventEntry): string {
  const version = chronicleEventTypes.currentVersion(type);
  return `## ${type}\n\n${when} Schema version ${version}.\n\n\`\`\`ts\n${data}\n\`\`\`\n`;
}

type Schema = Readonly<Record<string, unknown>>;

function payloadOf(kind: ChangeKind): string {
  return shapeOf(z.toJSONSchema(kindOf(kind).schema, { io: 'output', reused: 'inline' }), 0);
}

/** A JSON Schema as a type in the manner of TypeScript. */
function shapeOf(schema: Schema, depth: number): string {
  if ('const' in schema) return `'${String(schema['const'])}'`;
  if ('enum' in schema) return choices(schema['enum'] as string[]);
  if ('anyOf' in schema) return (schema['anyOf'] as Schema[]).map((part) => shapeOf(part, depth)).join(' | ');
  switch (schema['type']) {
    case 'array': {
      const items = shapeOf(schema['items'] as Schema, depth);
      return items.includes(' | ') ? `(${items})[]` : `${items}[]`;
    }
    case 'object':
      return objectShape(schema, depth);
    case 'integer':
      return 'number';
    default:
      return String(schema['type']);
  }
}

/** Words to choose from; the relations of lineage are given once in the introduction. */
function choices(words: readonly string[]): string {
  return words.join() === RELATIONS.join() ? 'Relation' : words.map((word) => `'${word}'`).join(' | ');
}

function objectShape(schema: Schema, depth: number): string {
  const properties = schema['properties'] as Record<string, Schema> | undefined;
  if (properties === undefined)
    return `{ [name]: ${shapeOf(schema['additionalProperties'] as Schema, depth)} }`;
  const required = (schema['required'] as string[] | undefined) ?? [];
  // A new unit: given once in the introduction.
  if (required.join() === 'name,type' && 'codes' in properties) return 'NewUnit';
  const fields = Object.entries(properties)
    .filter(([, property]) => !('not' in property))
    .map(
      ([name, property]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(property, depth + 1)}`,
    );
  if (fields.length === 1) return `{ ${fields.join('')} }`;
  const indent = '  '.repeat(depth + 1);
  return `{\n${fields.map((field) => `${indent}${field},\n`).join('')}${'  '.repeat(depth)}}`;
}

const INTRODUCTION = `# Event catalogue

Every type of event in the ledger, when it is recorded, and its data. Made from the code by \`npm run schema\`; a test holds it to that. Data is what \`data\` of the event's envelope holds; around it are the organisation, the position, the times \`recordedAt\` and \`knownAt\`, the command with actor, reason and key, and what the event \`touches\`. Units are ids (lower-case UUIDs); in an \`establish\` and the like, \`key\` is kept beside them.

A type has an integer schema version. Older versions are brought up to date when they are read; what is stored never changes.

What most events hold:

\`\`\`ts
Content = {
  change: uuid,           // the change, the same through all its amendments
  changeSet: uuid,        // changes recorded together have the same
  kind: string,           // as in the import format
  on: string,             // the date as written (EDTF)
  payload: object,        // what was said; per kind below
  effects: Effect[],      // what it came to when it was recorded
  appliesFrom?: date,     // the day of its window that something else leaves it; absent: the last one
} & Circumstances

Circumstances = {
  id?: string,            // the name its source gave it
  digest?: string,        // SHA-256 of the import line: imported once
  basis?: object,         // matter and decision
  source?: any,           // where the fact comes from
}

Effect =
  | { e: 'begin', unit: uuid, name: string, type: string, parents: { [hierarchy]: uuid | null }, codes: { [scheme]: string } }
  | { e: 'end', unit: uuid, succession?: 'none' | 'unknown' }
  | { e: 'set', unit: uuid, field: 'name' | 'type' | 'parent:<hierarchy>' | 'code:<scheme>', value: string | null }
  | { e: 'lineage', from: uuid, to: uuid, relation: Relation, share?: number }   // from the predecessor

Relation = ${RELATIONS.map((relation) => `'${relation}'`).join(' | ')}

NewUnit = {
  id: uuid,
  key?: string,           // kept as a code in the scheme of keys
  name: string,
  type: string,
  parent?: uuid | null,   // in the hierarchy line; absent or null: a root
  parents?: { [hierarchy]: uuid | null },
  codes?: { [scheme]: string },
}
\`\`\`
`;
