import {
  breakdownInWords,
  breakdownKey,
  indicator as indicatorKind,
  periodInWords,
  POLARITY_WORDS,
  setKey,
  valueOfKindInWords,
  verdictInWords,
  type Figure,
  type TargetOutcome,
} from '#measures';
import { grouped, type Language } from '#temporal';
import type { Inquiry } from '../evidence/inquiry.js';

const WORDS = {
  sv: { nothing: 'Inga uppgifter är registrerade.', noPlace: 'utan angiven plats' },
  en: { nothing: 'No figures are recorded.', noPlace: 'no place given' },
} as const;

/** Figures for reading: by indicator, by unit and period, by the place where they stand, a line for each row. */
export function* figuresText(
  figures: readonly Figure[],
  targets: readonly TargetOutcome[],
  inquiry: Inquiry,
  language: Language,
): Generator<string, void> {
  if (figures.length === 0) yield `${WORDS[language].nothing}\n`;
  const met = new Map(targets.map((target) => [setKey(target.set.figures[0]!), target]));
  const { words } = inquiry;
  let between = '';
  for (const ofIndicator of groups(figures, ({ indicator }) => indicator)) {
    yield `${between}${indicatorLine(ofIndicator[0]!, inquiry, language)}\n`;
    between = '\n';
    for (const ofUnit of groups(ofIndicator, ({ unit, period }) => `${unit} ${period}`)) {
      const [{ unit, period }] = ofUnit as [Figure];
      yield `  ${words.unit(unit)}, ${periodInWords(period)[language]}\n`;
      for (const ofPlace of groups(ofUnit, ({ document, place }) => `${document} ${place}`)) {
        yield `    ${placeLine(ofPlace[0]!, inquiry, language)}\n`;
        for (const row of groups(ofPlace, rowKey)) {
          yield `      ${rowLine(row, met, language)}\n`;
        }
      }
    }
  }
}

/** "Personalomsättning (%, lägre är bättre)" */
function indicatorLine({ indicator }: Figure, { reading, words }: Inquiry, language: Language): string {
  const known = reading.register.get(indicatorKind, indicator, reading.ledgerPosition);
  const polarity = known === undefined ? '' : `, ${POLARITY_WORDS[known.payload.polarity][language]}`;
  return `${words.record(indicator)} (${known?.payload.unitOfMeasure ?? ''}${polarity})`;
}

function placeLine({ document, place }: Figure, { words }: Inquiry, language: Language): string {
  const named = [...(document === undefined ? [] : [words.record(document)]), ...(place ? [place] : [])];
  return named.length === 0 ? WORDS[language].noPlace : named.join(', ');
}

/** "Totalt: utfall 450,1 mnkr, budget 524,9 mnkr", and whether a target is met. */
function rowLine(
  row: readonly Figure[],
  met: ReadonlyMap<string, TargetOutcome>,
  language: Language,
): string {
  const [first] = row as [Figure];
  const part = breakdownInWords(first.breakdown);
  const name = [...(first.row ? [first.row] : []), ...(part === '' ? [] : [`(${part})`])].join(' ');
  const values = row.map((figure) => valueOfKindInWords(figure, language));
  const target = row
    .filter(({ kind }) => kind === 'outcome')
    .flatMap((outcome) => met.get(setKey(outcome)) ?? [])[0];
  const verdict = target === undefined ? '' : `; ${verdictInWords(target)[language]}`;
  return `${name === '' ? '' : `${name}: `}${values.join(', ')}${verdict}`;
}

function groups(figures: readonly Figure[], keyOf: (figure: Figure) => string): Iterable<Figure[]> {
  return grouped(figures, keyOf).values();
}

function rowKey({ record, rowNumber, breakdown }: Figure): string {
  return `${record} ${rowNumber} ${breakdownKey(breakdown)}`;
}
