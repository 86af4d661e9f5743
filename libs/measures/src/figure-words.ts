import type { RecordWords } from '#records';
import type { Language, Message } from '#temporal';
import type { Figure } from './figure.js';
import { decimalInWords, periodInWords, type Breakdown } from './kinds/fields.js';
import { VALUE_WORDS } from './kinds/figures.kind.js';
import { POLARITY_WORDS } from './kinds/indicator.kind.js';
import { TARGET_REASON_WORDS, TARGET_WORDS, type TargetOutcome } from './target-met.js';

/** "Personalomsättning för Regionkontoret, januari 2023 till augusti 2023 (avgång: extern): utfall 6,74 %" */
export function figureInWords(figure: Figure, words: RecordWords): Message {
  const about = aboutInWords(figure, words);
  const said = (language: Language) => `${about[language]}: ${valueOfKindInWords(figure, language)}`;
  return { sv: said('sv'), en: said('en') };
}

/** "...: utfall 11,75 % mot målvärdet 11 %: målet är inte nått (lägre är bättre)" */
export function targetInWords(target: TargetOutcome, words: RecordWords): Message {
  const about = aboutInWords(target.set.figures[0]!, words);
  const said = (language: Language) =>
    `${about[language]}: ${targetValues(target, language)}: ${verdictInWords(target)[language]}`;
  return { sv: said('sv'), en: said('en') };
}

/** Whether the target is met, and which way is better; else why that cannot be said. */
export function verdictInWords({ verdict, reason, polarity }: TargetOutcome): Message {
  const why = reason === null ? POLARITY_WORDS[polarity] : TARGET_REASON_WORDS[reason];
  return {
    sv: `${TARGET_WORDS[verdict].sv} (${why.sv})`,
    en: `${TARGET_WORDS[verdict].en} (${why.en})`,
  };
}

/** The value as it is printed, else with its unit of measure: "450 082 tkr", "-353,9 mnkr". */
export function valueInWords({ printed, value, unitOfMeasure }: Figure, language: Language): string {
  return printed ?? `${decimalInWords(value, language)} ${unitOfMeasure}`;
}

/** "avgång: extern, kön: kvinnor"; empty for figures of the whole. */
export function breakdownInWords(breakdown: Breakdown): string {
  return Object.entries(breakdown)
    .map(([dimension, category]) => `${dimension}: ${category}`)
    .join(', ');
}

function aboutInWords({ indicator, unit, period, breakdown }: Figure, words: RecordWords): Message {
  const [what, who, when] = [words.record(indicator), words.unit(unit), periodInWords(period)];
  const of = breakdownInWords(breakdown);
  const part = of === '' ? '' : ` (${of})`;
  return { sv: `${what} för ${who}, ${when.sv}${part}`, en: `${what} of ${who}, ${when.en}${part}` };
}

/** "utfall 450,1 mnkr" */
export function valueOfKindInWords(figure: Figure, language: Language): string {
  return `${VALUE_WORDS[figure.kind][language]} ${valueInWords(figure, language)}`;
}

function targetValues({ outcome, target }: TargetOutcome, language: Language): string {
  const [reached, wanted] = [outcome, target].map((one) => one && valueOfKindInWords(one, language));
  if (!reached || !wanted) return reached ?? wanted ?? '';
  return `${reached} ${language === 'sv' ? 'mot' : 'against'} ${wanted}`;
}
