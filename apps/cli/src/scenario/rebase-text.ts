import type { OrganisationReading } from '#chronicle';
import type { Rebase } from '#scenarios';
import type { Language } from '#temporal';
import { dateHeading } from '../evidence/change-account-text.js';
import type { RebasedStepAccount } from './rebase-account.js';
import { stepInWords } from './step-words.js';

const WORDS = {
  sv: {
    outcome: {
      clean: 'oförändrat',
      changed: 'ändrat',
      done: 'redan gjort',
      dropped: 'utelämnat',
      conflict: 'i konflikt',
    },
    step: 'Steg',
    because: 'Registrerat sedan dess',
    resolutions: 'Möjliga lösningar',
    nothing: 'Inga steg.',
    moves: 'Basen flyttas från position',
    to: 'till',
    kept: 'Några steg är i konflikt: ingenting är ändrat.',
  },
  en: {
    outcome: {
      clean: 'clean',
      changed: 'changed',
      done: 'done already',
      dropped: 'dropped',
      conflict: 'conflict',
    },
    step: 'Step',
    because: 'Recorded since',
    resolutions: 'Possible resolutions',
    nothing: 'No steps.',
    moves: 'The base moves from position',
    to: 'to',
    kept: 'Some steps are in conflict: nothing is changed.',
  },
} as const;

/** What becomes of each step on a newer base, for reading. @param reading the organisation as the scenario plans it */
export function* rebaseText(
  { from, to }: Pick<Rebase, 'from' | 'to'>,
  steps: readonly RebasedStepAccount[],
  reading: OrganisationReading,
  language: Language,
): Generator<string, void> {
  const words = WORDS[language];
  yield `${words.moves} ${from} ${words.to} ${to}.\n`;
  if (steps.length === 0) yield `${words.nothing}\n`;
  for (const account of steps) {
    yield `${words.step} ${account.step}: ${words.outcome[account.outcome]}\n`;
    for (const line of stepInWords(account, reading, language)) yield `  ${line}\n`;
    for (const { is, words: said } of account.differences) {
      yield `  ${is === 'added' ? '+' : '-'} ${said[language]}\n`;
    }
    for (const { message, kind, because } of account.conflicts) {
      yield `  ! ${message[language]} [${kind}]\n`;
      for (const { on, sentence, position } of because) {
        yield `    ${words.because}: ${dateHeading(on, language)}: ${sentence[language]} (#${position}).\n`;
      }
    }
    if (account.resolutions.length > 0) yield `  ${words.resolutions}:\n`;
    for (const { number, words: said } of account.resolutions) yield `    ${number}. ${said[language]}\n`;
  }
  if (steps.some(({ outcome }) => outcome === 'conflict')) yield `${words.kept}\n`;
}
