import { InvalidArgumentError, Option } from 'commander';
import { STANDINGS_ASKED } from './standing.js';

/** Options that several commands share. */
export const organisation = () =>
  new Option('-o, --organisation <slug>', 'the organisation').makeOptionMandatory();
export const at = () => new Option('--at <date>', 'on this date (YYYY-MM-DD); default: today');
export const knownAt = () =>
  new Option('--known-at <time>', 'as known at this date or time; default: all that is known');
export const standing = (
  flag = '--standing',
  says = 'which changes count: in force, also conditional ones, also proposed ones',
) => new Option(`${flag} <standing>`, says).choices(STANDINGS_ASKED);
export const scenario = () =>
  new Option('--scenario <id>', 'the organisation as this scenario plans it; default date: its own');
export const language = () =>
  new Option('--lang <language>', 'language of texts and messages').choices(['sv', 'en'] as const);
export const keys = () =>
  new Option('--keys <scheme>', 'code scheme of import keys; default: that of the first import');
export const unit = () =>
  new Option(
    '-u, --unit <key>',
    'import key, scheme:code, id, or a name that only one unit has',
  ).makeOptionMandatory();

export function format<const F extends readonly string[]>(formats: F, standard: F[number]): Option {
  return new Option('--format <format>', 'form of the answer').choices(formats).default(standard);
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}
