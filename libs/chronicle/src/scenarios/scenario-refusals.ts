import type { Message } from '#temporal';
import { refusal, type AnyRefusal, type ScenarioRefusalCode } from '../refusal.js';
import type { ScenarioRefused } from './scenario-outcome.js';

const MESSAGES = {
  SCENARIO_MOVED: {
    sv: 'Scenariot har ändrats sedan dess. Läs det på nytt.',
    en: 'The scenario has been changed since. Read it again.',
  },
  SCENARIO_ARCHIVED: {
    sv: 'Scenariot är arkiverat: återställ det innan det ändras.',
    en: 'The scenario is archived: restore it before it is changed.',
  },
  SCENARIO_ADOPTED: {
    sv: 'Scenariot är antaget och kan inte längre ändras. Börja ett nytt från det.',
    en: 'The scenario is adopted and can no longer be changed. Begin a new one from it.',
  },
  SCENARIO_TOO_LARGE: {
    sv: 'Scenariot rymmer inte fler förändringar.',
    en: 'The scenario has no room for more changes.',
  },
  NOT_IN_A_SCENARIO: {
    sv: 'Ett scenario håller bara förändringar av strukturen: ärenden, beslut och annat hör till organisationen.',
    en: 'A scenario holds changes of the structure only: matters, decisions and the like belong to the organisation.',
  },
  NOTHING_TO_UNDO: { sv: 'Det finns inget att ångra.', en: 'There is nothing to undo.' },
  NOTHING_TO_REDO: { sv: 'Det finns inget att göra om.', en: 'There is nothing to redo.' },
  UNKNOWN_STEP: { sv: 'Scenariot har inget sådant steg.', en: 'The scenario has no such step.' },
  INVALID_RESOLUTION: {
    sv: 'Lösningen går inte att läsa: okänd enhet, kod eller datum.',
    en: 'The resolution cannot be read: an unknown unit, code or date.',
  },
  REBASE_CONFLICT: {
    sv: 'Några steg passar inte organisationen som den nu är.',
    en: 'Some steps do not fit the organisation as it now is.',
  },
  NOTHING_TO_ADOPT: { sv: 'Scenariot är tomt.', en: 'The scenario is empty.' },
  NOTHING_TO_RECORD: { sv: 'Inga förändringar angavs.', en: 'No changes were given.' },
  NOT_PROPOSED: {
    sv: 'Scenariot är inte framlagt i det ärendet.',
    en: 'The scenario is not proposed in that matter.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    sv: 'Samma idempotencyKey har använts för något annat.',
    en: 'The same idempotencyKey has been used for something else.',
  },
  INVALID_IDEMPOTENCY_KEY: {
    sv: 'idempotencyKey ska ha 1 till 200 synliga tecken.',
    en: 'idempotencyKey takes 1 to 200 visible characters.',
  },
  TOO_MUCH_CONTENTION: {
    sv: 'Andra ändrade hela tiden scenariot. Försök igen.',
    en: 'Others kept changing the scenario. Try again.',
  },
} as const satisfies Partial<Record<AnyRefusal['code'], Message>>;

/** A refusal that says no more than its code. */
export function refusedAs(code: keyof typeof MESSAGES, field?: string): ScenarioRefused {
  return refusedWith(code, MESSAGES[code], field);
}

export function refusedWith(code: AnyRefusal['code'], message: Message, field?: string): ScenarioRefused {
  return { outcome: 'refused', refusals: [refusal(code, message, field)], warnings: [] };
}

/** Why a text that names or describes a scenario is not one. */
export function invalidText(field: 'name' | 'description'): ScenarioRefused {
  const code: ScenarioRefusalCode = 'INVALID_SCENARIO';
  return field === 'name'
    ? refusedWith(
        code,
        { sv: 'Namnet ska ha 1 till 200 synliga tecken.', en: 'A name has 1 to 200 visible characters.' },
        field,
      )
    : refusedWith(
        code,
        { sv: 'Beskrivningen ska ha högst 5000 tecken.', en: 'A description has at most 5000 characters.' },
        field,
      );
}
