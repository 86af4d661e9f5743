import type { RecordWords } from '#records';
import type { EvaluatedTarget, Impact } from '#scenarios';
import type { Language } from '#temporal';
import { differenceText } from '../difference-text.js';
import { broughtAlongSection } from './brought-along-text.js';
import { goalInWords } from './goals.js';
import { leftBehindSections } from './left-behind-text.js';
import { neededFirstSections } from './needed-first-text.js';
import { isMoved, resourceSections } from './resources-text.js';
import { shapeSection } from './shape-text.js';

/** A heading with lines under it; without any it is not shown. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** An impact with what it takes to tell it. */
export interface ToldImpact {
  /** What the scenario is called. */
  readonly name: string;
  readonly at: string;
  /** The position of the ledger that the scenario is based on. */
  readonly base: number;
  /** Whether anything is planned at all, on any date. */
  readonly isPlanned: boolean;
  readonly impact: Impact;
  readonly targets: readonly EvaluatedTarget[];
  readonly words: RecordWords;
}

const WORDS = {
  sv: {
    heading: (name: string, at: string, base: number) =>
      `${name}: konsekvenser ${at}, mot organisationen vid position ${base}`,
    nothing: 'Ingenting ändras.',
    notYet: 'Inga enheter ändras, och varken personal eller pengar flyttas till dess.',
    goals: 'Mål, när allt har genomförts',
    results: { met: 'nått', notMet: 'inte nått', unknown: 'okänt' },
  },
  en: {
    heading: (name: string, at: string, base: number) =>
      `${name}: impact on ${at}, against the organisation at position ${base}`,
    nothing: 'Nothing changes.',
    notYet: 'No unit changes, and neither people nor money move by then.',
    goals: 'Goals, once all of it has taken effect',
    results: { met: 'met', notMet: 'not met', unknown: 'unknown' },
  },
} as const;

/** The impact of a scenario for reading. What is empty is left out. */
export function* impactText(told: ToldImpact, language: Language): Generator<string, void> {
  const words = WORDS[language];
  const { name, at, base, isPlanned, impact, targets, words: named } = told;
  yield `${words.heading(name, at, base)}\n`;
  if (!isPlanned) yield `\n${words.nothing}\n`;
  else yield* changesText(impact, named, language);
  yield* sectionTexts([{ heading: words.goals, lines: targets.map((one) => goalLine(one, language)) }]);
}

function* changesText(impact: Impact, named: RecordWords, language: Language): Generator<string, void> {
  const { units, resources, shape, leftBehind, neededFirst } = impact;
  const { broughtAlong, movedPolitically, movedElsewhere, ...rest } = units;
  const difference = { ...rest, moved: [...units.moved, ...movedPolitically, ...movedElsewhere] };
  const differs = Object.values(difference).some((list) => list.length > 0);
  if (differs) {
    yield '\n';
    yield* differenceText(difference, language);
  } else if (!Object.values(resources.sizes).some(isMoved)) yield `\n${WORDS[language].notYet}\n`;
  yield* sectionTexts([
    broughtAlongSection(broughtAlong, language),
    ...resourceSections(resources, language),
    shapeSection(shape, language),
    ...leftBehindSections(leftBehind, language),
    ...neededFirstSections(neededFirst, named, language),
  ]);
}

function* sectionTexts(sections: readonly Section[]): Generator<string, void> {
  for (const { heading, lines } of sections) {
    if (lines.length === 0) continue;
    yield `\n${heading}\n`;
    for (const line of lines) yield `  ${line}\n`;
  }
}

/** "inte nått: högst 3 nivåer (4 nivåer)" */
function goalLine({ target, result, message }: EvaluatedTarget, language: Language): string {
  return `${WORDS[language].results[result]}: ${goalInWords(target, language)} (${message[language]})`;
}
