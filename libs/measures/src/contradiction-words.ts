import type { RecordWords } from '#records';
import type { Language, Message } from '#temporal';
import type { Contradiction, Explanation, Part } from './contradictions.js';
import { absolute, formatDecimal, negate, shorten, ZERO, type Decimal } from './decimal.js';
import type { Figure } from './figure.js';
import { valueInWords } from './figure-words.js';
import { decimalInWords } from './kinds/fields.js';
import { VALUE_WORDS } from './kinds/figures.kind.js';

const EXPLANATION_WORDS: Readonly<Record<Explanation | 'none', Message>> = {
  rounding: { sv: 'avrundning kan förklara det', en: 'rounding can explain it' },
  sign: { sv: 'bara tecknet skiljer', en: 'only the sign differs' },
  signAndRounding: {
    sv: 'tecknet skiljer, och resten kan avrundning förklara',
    en: 'the sign differs, and rounding can explain the rest',
  },
  none: { sv: 'avrundning förklarar det inte', en: 'rounding does not explain it' },
};

/** One sentence without full stop: what is printed where, what it should be, and what accounts for it. */
export function contradictionInWords(contradiction: Contradiction, words: RecordWords): Message {
  const said = (language: Language) => {
    const { rule, printed, parts, computed, difference, explanation } = contradiction;
    const here = figureInWords(printed, language, words);
    const first = parts[0]!.figure;
    const why = EXPLANATION_WORDS[explanation ?? 'none'][language];
    const but = language === 'sv' ? 'men' : 'but';
    if (rule === 'statement') return `${here}, ${but} ${statedInWords(first, language, words)}: ${why}`;
    const where = contradiction.elsewhere ? `${placeInWords(first, language, words)}: ` : '';
    const shown = `${computation(parts, language)} = ${amountInWords(computed, language)} ${printed.amountIn}`;
    if (explanation === 'sign' || explanation === 'signAndRounding')
      return `${here}, ${but} ${where}${shown}: ${why}`;
    const off = amountInWords(absolute(difference), language);
    return `${here}, ${but} ${where}${shown}, ${language === 'sv' ? `en skillnad på ${off}` : `${off} off`}: ${why}`;
  };
  return { sv: said('sv'), en: said('en') };
}

/** "-353,9 - 30,1 - 66,1" */
function computation(parts: readonly Part[], language: Language): string {
  return parts.reduce((shown, { figure, less }) => {
    const amount = less ? negate(figure.amount ?? ZERO) : (figure.amount ?? ZERO);
    const term = decimalInWords(formatDecimal(absolute(amount)), language);
    if (shown === '') return amount.digits < 0n ? `-${term}` : term;
    return `${shown} ${amount.digits < 0n ? '-' : '+'} ${term}`;
  }, '');
}

/** "Totalt, utfall, 5.1.1: 450,1 mnkr" */
function figureInWords(figure: Figure, language: Language, words: RecordWords): string {
  const what = figure.row ?? words.unit(figure.unit);
  return `${what}, ${VALUE_WORDS[figure.kind][language]}, ${statedInWords(figure, language, words)}`;
}

function statedInWords(figure: Figure, language: Language, words: RecordWords): string {
  return `${placeInWords(figure, language, words)}: ${valueInWords(figure, language)}`;
}

function placeInWords({ document, place }: Figure, language: Language, words: RecordWords): string {
  const named = [...(document === undefined ? [] : [words.record(document)]), ...(place ? [place] : [])];
  if (named.length > 0) return named.join(' ');
  return language === 'sv' ? 'utan angiven plats' : 'no place given';
}

/** An amount as people write it, without zeros at the end of its decimals. */
export function amountInWords(amount: Decimal, language: Language): string {
  return decimalInWords(formatDecimal(shorten(amount)), language);
}
