import type { BroughtAlong, Consequence } from '#scenarios';
import { grouped, type Language } from '#temporal';
import type { Section } from './impact-text.js';

const WORDS = {
  sv: {
    along: 'Följer med',
    what: { superior: 'överordnad', administration: 'förvaltning', politicalBody: 'politiskt organ' },
    none: 'ingen',
    because: 'på grund av',
  },
  en: {
    along: 'Brought along',
    what: { superior: 'superior', administration: 'administration', politicalBody: 'political body' },
    none: 'none',
    because: 'because of',
  },
} as const;

/** Units that do not act themselves: together those for which the same changes because of the same unit. */
export function broughtAlongSection(units: readonly BroughtAlong[], language: Language): Section {
  const words = WORDS[language];
  const told = units.flatMap(({ name, consequences }) =>
    consequences.map((consequence) => ({ name, said: consequenceText(consequence, language) })),
  );
  return {
    heading: `${words.along} (${units.length})`,
    lines: Array.from(
      grouped(told, ({ said }) => said),
      ([said, those]) => `${said}: ${those.map(({ name }) => name).join(', ')}`,
    ),
  };
}

/** "förvaltning KONTORET → SERVICE, på grund av IT" */
function consequenceText(consequence: Consequence, language: Language): string {
  const words = WORDS[language];
  const [before, after] = sides(consequence, words.none);
  return `${words.what[consequence.what]} ${before} → ${after}, ${words.because} ${consequence.because.name}`;
}

function sides(consequence: Consequence, none: string): [before: string, after: string] {
  if (consequence.what !== 'superior') {
    return [consequence.before?.name ?? none, consequence.after?.name ?? none];
  }
  const { before, after } = consequence;
  if (before.type === after.type) return [before.name, after.name];
  return [`${before.name} (${before.type})`, `${after.name} (${after.type})`];
}
