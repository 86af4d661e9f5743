import { GOVERNANCE_KINDS } from '#governance';
import { chronicleEventTypes } from '#ledger';
import { MEASURE_KINDS } from '#measures';
import { RECORD_CORRECTED, RECORD_WITHDRAWN, type RecordKind } from '#records';
import {
  ANNULLED,
  BLOCKED,
  CANCELLED,
  CHANGE_KINDS,
  CORRECTED,
  ENACTED,
  kindOf,
  NARROWED,
  PROPOSED,
  RELATIONS,
  RESCHEDULED,
  SUSPENDED,
  type ChangeKind,
} from '#structure';
import { typeNotation } from './type-notation.js';

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

/** When a record of each kind is recorded. */
const RECORD_TEXTS: Readonly<Record<string, string>> = {
  matter: 'A case is opened, or found: its registry number, if there is one, and its title.',
  document:
    'A paper of a matter: minutes, an attachment, a report. `alsoCalled` has the titles that others give it.',
  decision:
    'What a body did in a matter: prepared, proposed, decided, referred back, rejected ... `changes` are those of the structure that it is about; `adjusted` and `announced` are days of the minutes.',
  condition: 'Something must be met before a decision takes effect.',
  conditionMet: 'A condition was met.',
  conditionFailed: 'A condition failed: what rests on its decision lapses.',
  appeal: 'Somebody appealed a decision, or a court answered.',
  competence: "Which body's decision a kind of change needs, from a day on.",
  spelling: "Another way to write a unit's name, by which it is found as well.",
  observation: 'A later document shows something from which an earlier change can be inferred.',
  observationConfirmed: 'A person confirms what was inferred.',
  observationRejected: 'A person rejects what was inferred.',
  assignment: 'A decision or plan hands work to somebody.',
  report: 'A report on an assignment.',
  handOver: 'An assignment goes to somebody else.',
  indicator: 'What is measured, in which unit of measure, and which way is better.',
  figures:
    'A table, or a single statement, of figures in a document. Numbers are texts, with their decimals as written.',
};

const OTHER_TEXTS: Readonly<Record<string, Omit<EventEntry, 'type'>>> = {
  OrganisationRegistered: {
    when: 'An organisation gets its ledger: always its first event, at position 1.',
    data: '{ name: string, slug: string, keyScheme?: string }',
  },
  [CORRECTED]: {
    when: 'A change had been recorded wrongly: the whole new content, resolved where the change stood. With `pending`: it still waits.',
    data: 'Content',
  },
  [RESCHEDULED]: {
    when: 'A change gets another date: its content as before, resolved at the new date. With `pending`: it still waits.',
    data: 'Content',
  },
  [CANCELLED]: {
    when: 'A change that has not taken effect will not. With `pending`: a change that waited is withdrawn.',
    data: '{ change: uuid } & Circumstances',
  },
  [NARROWED]: {
    when: 'Something else leaves an imprecise change another last day than it had: its content as before, with `appliesFrom`. Recorded by the system in the append that requires it ([ADR 0005](../adr/0005-imprecise-dates.md)).',
    data: 'Content',
  },
  [PROPOSED]: {
    when: 'A change is recorded that waits for decisions: it stands beside the organisation in force. Its effects are what it would come to.',
    data: 'Content with pending: true',
  },
  [ENACTED]: {
    when: 'What a change waited for is there: it is resolved again and applies from here on. Its place among the changes of its day is the position of this event. Recorded by the system in the append that makes it so.',
    data: 'Content',
  },
  [BLOCKED]: {
    when: 'A change should have been enacted, or taken back, and the organisation as it is does not allow it. Recorded by the system; once for the same reasons.',
    data: `{
  change: uuid,
  reasons: {
    code: string,
    message: { sv: string, en: string },
    field?: string,
    date?: date,          // on which it goes wrong
    units: { id: uuid, name: string | null }[],
    changes: uuid[],      // in the way
  }[],
} & Circumstances`,
  },
  [SUSPENDED]: {
    when: 'What a change that applies rested on should never have been recorded: the change waits again, and may be enacted anew. Recorded by the system in the append that makes it so.',
    data: 'Content with pending: true',
  },
  [ANNULLED]: {
    when: 'A court set aside the decision that a change rested on: what it did is taken back. Recorded by the system in the append that makes it so.',
    data: '{ change: uuid } & Circumstances',
  },
  [RECORD_CORRECTED]: {
    when: 'Something beside the structure had been recorded wrongly: the whole record anew, under its own id.',
    data: 'Record',
  },
  [RECORD_WITHDRAWN]: {
    when: 'Something beside the structure should never have been recorded.',
    data: `{
  record: uuid,
  id?: string,
  digest?: string,
  source?: any,
}`,
  },
};

/** docs/reference/events.md, made from the event types, the kinds and their schemas. */
export function eventCatalogue(): string {
  return [INTRODUCTION, ...entries().map(section)].join('\n');
}

/** When an event of each type is recorded, as plain text. */
export function eventTexts(): ReadonlyMap<string, string> {
  const plain = (text: string) => text.replace(/ \(\[[^\]]*\]\([^)]*\)\)/g, '').replaceAll('`', '');
  return new Map(entries().map(({ type, when }) => [type, plain(when)]));
}

function entries(): EventEntry[] {
  const events = [
    entry('OrganisationRegistered'),
    ...CHANGE_KINDS.map((kind) => ({
      type: kindOf(kind).event,
      when: KIND_TEXTS[kind],
      data: `Content with kind: '${kind}', payload: ${typeNotation(kindOf(kind).schema)}`,
    })),
    ...[CORRECTED, RESCHEDULED, CANCELLED, NARROWED].map(entry),
    ...[PROPOSED, ENACTED, BLOCKED, SUSPENDED, ANNULLED].map(entry),
    ...[...GOVERNANCE_KINDS.values(), ...MEASURE_KINDS.values()].map(recordEntry),
    ...[RECORD_CORRECTED, RECORD_WITHDRAWN].map(entry),
  ];
  const missing = chronicleEventTypes.names().filter((name) => !events.some(({ type }) => type === name));
  if (missing.length > 0) throw new Error(`The catalogue lacks ${missing.join(', ')}.`);
  return events;
}

function entry(type: string): EventEntry {
  return { type, ...OTHER_TEXTS[type]! };
}

function recordEntry({ kind, event, schema }: RecordKind<unknown>): EventEntry {
  const when = RECORD_TEXTS[kind];
  if (when === undefined) throw new Error(`The catalogue does not say when a ${kind} is recorded.`);
  return { type: event, when, data: `Record with kind: '${kind}', payload: ${typeNotation(schema)}` };
}

function section({ type, when, data }: EventEntry): string {
  const version = chronicleEventTypes.currentVersion(type);
  return `## ${type}\n\n${when} Schema version ${version}.\n\n\`\`\`ts\n${data}\n\`\`\`\n`;
}

const INTRODUCTION = `# Event catalogue

Every type of event in the ledger, when it is recorded, and its data. Made from the code by \`npm run schema\`; a test holds it to that. Data is what \`data\` of the event's envelope holds; around it are the organisation, the position, the times \`recordedAt\` and \`knownAt\`, the command with actor, reason and key, and what the event \`touches\`. Units are ids (lower-case UUIDs); in an \`establish\` and the like, \`key\` is kept beside them.

A type has an integer schema version. Older versions are brought up to date when they are read; what is stored never changes.

What most events hold: \`Content\` those about the structure, \`Record\` those about what is recorded beside it (matters, decisions, assignments, figures ...).

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
  restsOn?: uuid[],       // the records of the decisions that basis names
  scenario?: uuid,        // the scenario by whose adoption it was recorded
  source?: any,           // where the fact comes from
  pending?: true,         // it is about a change that waits beside the organisation in force
}

Record = {
  record: uuid,           // the same through its corrections
  kind: string,           // as in the import format
  payload: object,        // what was said; per kind below. Units, records and changes that it names are ids
  id?: string,            // the name its source gave it
  digest?: string,        // SHA-256 of the import line: imported once
  source?: any,           // where it comes from
}

Party = string | { name: string, unit?: string }   // a unit, or a name as written, with its unit if there is one

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
