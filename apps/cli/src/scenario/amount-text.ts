import { decimalInWords, periodInWords } from '#measures';
import type { Amount, MissingFigure } from '#scenarios';
import { grouped, type Language } from '#temporal';

const WORDS = {
  sv: {
    unknown: 'okänt',
    computed: 'beräknat',
    of: (figures: number) => `beräknat av ${figures} uppgifter`,
    periods: 'uppgifterna gäller olika långa perioder',
    reasons: {
      NO_INDICATOR: () => 'inget nyckeltal mäter det',
      NO_FIGURE: (names: string) => `uppgift saknas för ${names}`,
      DISAGREEING: (names: string) => `uppgifterna för ${names} motsäger varandra`,
      SHARE_UNKNOWN: (names: string) => `hur stor del av ${names} som går är inte känt`,
    },
  },
  en: {
    unknown: 'unknown',
    computed: 'computed',
    of: (figures: number) => `computed from ${figures} figures`,
    periods: 'the figures are of periods of different lengths',
    reasons: {
      NO_INDICATOR: () => 'nothing measures it',
      NO_FIGURE: (names: string) => `no figure for ${names}`,
      DISAGREEING: (names: string) => `the figures for ${names} disagree`,
      SHARE_UNKNOWN: (names: string) => `how much of ${names} goes is not known`,
    },
  },
} as const;

/** How much, with what it comes from, or why it is not known: "12,5 (2025)", "okänt (uppgift saknas för HR)". */
export function amountText(amount: Amount, language: Language): string {
  const about = amount.value === null ? whyUnknown([amount], language) : comesFrom(amount, language);
  return `${valueText(amount.value, language)}${about === '' ? '' : ` (${about})`}`;
}

export function valueText(value: string | null, language: Language): string {
  return value === null ? WORDS[language].unknown : decimalInWords(value, language);
}

/** With a sign: "+12,5". */
export function netText(net: string | null, language: Language): string {
  return net !== null && /^[^-]*[1-9]/.test(net) ? `+${valueText(net, language)}` : valueText(net, language);
}

/** What keeps amounts from being known, each reason with its units, each unit once; empty if nothing does. */
export function whyUnknown(amounts: readonly Amount[], language: Language): string {
  const words = WORDS[language];
  const missing = amounts.flatMap((amount) => amount.missing);
  const reasons = Array.from(
    grouped(missing, ({ reason }: MissingFigure) => reason),
    ([reason, of]) => words.reasons[reason]([...new Set(of.map(({ unit }) => unit.name))].join(', ')),
  );
  const isOfPeriods = amounts.some(({ periodsDiffer }) => periodsDiffer);
  return [...reasons, ...(isOfPeriods ? [words.periods] : [])].join('; ');
}

function comesFrom({ parts, computed }: Amount, language: Language): string {
  const [first, ...others] = parts;
  if (first === undefined) return '';
  if (others.length > 0) return WORDS[language].of(parts.length);
  const period = periodInWords(first.period)[language];
  return computed ? `${WORDS[language].computed}, ${period}` : period;
}
