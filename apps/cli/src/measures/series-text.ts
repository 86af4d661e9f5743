import { breakdownInWords, decimalInWords, periodInWords, VALUE_WORDS, type Series } from '#measures';
import type { Language } from '#temporal';
import type { Inquiry } from '../evidence/inquiry.js';
import { observationInWords } from '../evidence/observation-account.js';
import { relationInWords } from '../relation-words.js';
import { standingInWords } from '../standing-words.js';
import type { InferenceFollowed, PointAccount } from './series-account.js';

const WORDS = {
  sv: {
    of: 'för',
    onto: 'på det som enheten består av',
    nothing: 'Inga uppgifter är registrerade.',
    unrecorded: 'ingen uppgift',
    disagreeing: 'uppgifterna motsäger varandra',
    open: 'Om de här enheterna hör dit är inte känt:',
    moved: 'Flyttat genom',
    inferred: 'Slutsats',
  },
  en: {
    of: 'of',
    onto: 'on what the unit consists of',
    nothing: 'No figures are recorded.',
    unrecorded: 'no figure',
    disagreeing: 'the statements disagree',
    open: 'Whether these units belong to it is not known:',
    moved: 'Moved by',
    inferred: 'Inferred',
  },
} as const;

/** A series for reading: each period with its figure, then what that is on the perimeter, and what this rests on. */
export function* seriesText(
  series: Series,
  points: readonly PointAccount[],
  { reading, words: named }: Inquiry,
  language: Language,
): Generator<string, void> {
  const words = WORDS[language];
  const { indicator, unit, unitOfMeasure, indeterminate } = series;
  yield `${named.record(indicator)} (${unitOfMeasure}) ${words.of} ${unit.name}, ${words.onto} ${reading.date}\n`;
  if (indeterminate.length > 0) {
    yield `${words.open} ${indeterminate.map(({ name }) => name).join(', ')}\n`;
  }
  if (points.length === 0) yield `\n${words.nothing}\n`;
  for (const point of points) {
    const { period, kind, breakdown, amount, statements, sentence } = point;
    const part = breakdownInWords(breakdown);
    const what = `${VALUE_WORDS[kind][language]}${part === '' ? '' : ` (${part})`}`;
    const none = statements.length === 0 ? words.unrecorded : words.disagreeing;
    const shown = amount === null ? none : decimalInWords(amount, language);
    yield `\n${periodInWords(period)[language]}, ${what}: ${shown}\n`;
    yield `  ${sentence[language]}\n`;
    for (const line of behind(point, language)) yield `  ${line}\n`;
  }
}

/** The changes and inferences that a point rests on, each once. */
function behind({ terms, inferred }: PointAccount, language: Language): string[] {
  const words = WORDS[language];
  const changes = new Map(
    terms.flatMap((term) => term.changes.map((change) => [change.id, change] as const)),
  );
  return [
    ...[...changes.values()].map(({ sentence, standing }) => {
      const firm = standing === null ? '' : ` [${standingInWords(standing, language)}]`;
      return `${words.moved}: ${sentence[language]}${firm}`;
    }),
    ...inferred.map((edge) => `${words.inferred}: ${inferenceLine(edge, language)}`),
  ];
}

function inferenceLine({ from, to, relation, observation }: InferenceFollowed, language: Language): string {
  const step = `${from.name} ${relationInWords(relation, null, language)} ${to.name}`;
  return observation === null ? step : `${step}: ${observationInWords(observation, language)}`;
}
