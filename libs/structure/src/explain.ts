import { dateOf, type Day, type Message } from '#temporal';
import type { ChangeVersion } from './change.js';
import type { Objection } from './kinds/kind.js';
import type { Rejection, RejectionCode, UnitMention } from './rejection.js';
import type { Violation } from './rules/violation.js';
import { nameOnceSaid } from './name-once-said.js';
import type { Timeline } from './timeline.js';
import type { Unit } from './unit.js';
import type { UnitId } from './ids.js';

/**
 * A broken rule in words: the day, the units by name, and the other changes in the way. `came`: what is being
 * recorded, with the index of each among so many drafts.
 */
export function explain(
  timeline: Timeline,
  violation: Violation,
  came: ReadonlyMap<ChangeVersion, number>,
  drafts: number,
): Rejection {
  const own = new Map<string, number>([...came].map(([version, index]) => [version.change.id, index]));
  const indexes = violation.changes.flatMap((change) => own.get(change) ?? []);
  const index = drafts === 1 ? 0 : Math.min(...indexes);
  const mentions = violation.units.map((unit) => mention(timeline, unit, violation.day, own));
  const names = mentions.map(({ name, id }) => name ?? id);
  const date = Number.isFinite(violation.day) ? dateOf(violation.day) : undefined;
  const said = sentences(violation.code, names);
  const on = date ?? '–';
  const detail = violation.detail;
  return {
    code: violation.code,
    message: {
      sv: `${on}: ${said.sv}${detail ? ` ${detail.sv}` : ''}`,
      en: `${on}: ${said.en}${detail ? ` ${detail.en}` : ''}`,
    },
    ...(Number.isFinite(index) ? { index } : {}),
    ...(date === undefined ? {} : { date }),
    units: mentions,
    changes: violation.changes.filter((change) => !own.has(change)),
  };
}

function sentences(code: RejectionCode, [a = '', b = '', ...more]: readonly string[]): Message {
  switch (code) {
    case 'PARENT_NOT_IN_FORCE':
      return {
        sv: `”${a}” står under ”${b}”, som inte finns då.`,
        en: `"${a}" stands under "${b}", which is not in force then.`,
      };
    case 'CYCLE':
      return {
        sv: `Enheter skulle stå under sig själva: ${[a, b, ...more].filter(Boolean).join(' → ')}.`,
        en: `Units would stand under themselves: ${[a, b, ...more].filter(Boolean).join(' → ')}.`,
      };
    case 'CODE_TAKEN':
      return { sv: `”${a}” och ”${b}” har samma kod.`, en: `"${a}" and "${b}" have the same code.` };
    case 'ALREADY_IN_FORCE':
      return { sv: `”${a}” finns redan.`, en: `"${a}" is already in force.` };
    case 'NOT_IN_FORCE':
      return {
        sv: `”${a}” finns inte då och kan inte förändras.`,
        en: `"${a}" is not in force then and cannot be changed.`,
      };
    case 'LINEAGE_BACKWARDS':
      return {
        sv: `Härstamningen pekar bakåt i tiden: ”${a}” finns inte då.`,
        en: `Lineage points back in time: "${a}" is not in force then.`,
      };
    case 'RESOLVES_DIFFERENTLY':
      return {
        sv: 'En tidigare registrerad förändring skulle få en annan innebörd.',
        en: 'A change recorded earlier would come to something else.',
      };
    default:
      return { sv: code, en: code };
  }
}

/** An objection of a change's own kind. */
export function objectionAsRejection(timeline: Timeline, objection: Objection, index: number): Rejection {
  return {
    code: objection.code,
    message: objection.message,
    index,
    ...(objection.field === undefined ? {} : { field: objection.field }),
    units: (objection.units ?? []).map((id) => {
      const unit = timeline.units.get(id as UnitId);
      return unit === undefined ? { id, name: null } : mention(timeline, unit, Infinity as Day);
    }),
    changes: [],
  };
}

const DRAFT_MESSAGES = {
  CHANGE_ID_TAKEN: (shown: string) => ({
    sv: `En annan förändring heter redan ”${shown}”.`,
    en: `Another change is already called "${shown}".`,
  }),
  UNKNOWN_CHANGE: (shown: string) => ({
    sv: `Ingen förändring heter ”${shown}”.`,
    en: `No change is called "${shown}".`,
  }),
  CHANGE_CANCELLED: (shown: string) => ({
    sv: `Förändringen ”${shown}” är inställd.`,
    en: `The change "${shown}" is cancelled.`,
  }),
  ALREADY_IN_EFFECT: (shown: string) => ({
    sv: `Förändringen ”${shown}” har redan trätt i kraft; det som har gällt ändras med en ny förändring.`,
    en: `The change "${shown}" has taken effect; undoing it is a new change with its own date.`,
  }),
} satisfies Partial<Record<RejectionCode, (shown: string) => Message>>;

/** A refusal of a draft for the name it goes by or the change it amends. */
export function rejectDraft(
  code: keyof typeof DRAFT_MESSAGES,
  index: number,
  field: string,
  name: string,
): Rejection {
  return { code, message: DRAFT_MESSAGES[code](name.slice(0, 80)), index, field, units: [], changes: [] };
}

/** A unit by the name it has on the day, or else by any name it has or had; one that is being recorded counts late. */
function mention(
  timeline: Timeline,
  unit: Unit,
  day: Day,
  own: ReadonlyMap<string, number> = new Map(),
): UnitMention {
  const { horizon } = timeline;
  const names = unit.name.known(horizon);
  const recorded = names.filter((fact) => !own.has(fact.change));
  const name = recorded.findLast((fact) => fact.from <= day) ?? recorded[0] ?? names[0];
  return { id: unit.id, name: name?.value ?? nameOnceSaid(timeline, unit.id, horizon) ?? null };
}
