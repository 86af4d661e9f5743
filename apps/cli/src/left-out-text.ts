import type { OrganisationReading } from '#chronicle';
import { lastVersion } from '#governance';
import { narrate } from '#structure';
import type { Language } from '#temporal';

const LEFT_OUT = {
  sv: 'Räknas inte med, går inte ihop med organisationen den dagen',
  en: 'Left out, does not fit the organisation on that day',
} as const;

/** The pending changes that were asked for and do not fit, and why: a line each. */
export function leftOutText(reading: OrganisationReading, language: Language): string[] {
  const { base, ledgerPosition, leftOut } = reading;
  return leftOut.flatMap(({ changes, rejections }) => {
    const reasons = rejections.map(({ code, message }) => `[${code}] ${message[language]}`).join(' ');
    return changes.flatMap(({ id, externalId }) => {
      const version = lastVersion(base.changes.get(id)!, ledgerPosition);
      if (version === undefined) return [];
      const name = externalId === undefined ? '' : ` (${externalId})`;
      return `${LEFT_OUT[language]}: ${narrate(base, version, ledgerPosition)[language]}${name}. ${reasons}`;
    });
  });
}
