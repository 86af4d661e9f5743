import type { UnitReference } from '#structure';
import type { Language, Message } from '#temporal';
import { amountInWords } from './contradiction-words.js';
import type { Gap, GapCode } from './restating/gap.js';
import type { SeriesPoint } from './series.js';

const GAP_WORDS: Readonly<Record<GapCode, (unit: string, others: string) => Message>> = {
  SHARE_UNKNOWN: (unit, others) => ({
    sv: `hur stor del av ${unit} som gick till ${others} är inte känt`,
    en: `how much of ${unit} went to ${others} is not known`,
  }),
  ORIGIN_MIXED: (unit, others) => ({
    sv: `hur stor del av ${unit} som kom från ${others} är inte känt`,
    en: `how much of ${unit} came from ${others} is not known`,
  }),
  SUCCESSOR_UNKNOWN: (unit) => ({
    sv: `vart allt i ${unit} tog vägen är inte känt`,
    en: `where all of ${unit} went is not known`,
  }),
  NOT_IN_FORCE: (unit) => ({
    sv: `${unit} fanns inte, och inget som den går tillbaka på eller ledde till`,
    en: `${unit} was not there, nor anything that it goes back to or led to`,
  }),
  CHANGED_WITHIN: (unit) => ({
    sv: `vad ${unit} består av ändrades under perioden`,
    en: `what ${unit} consists of changed within the period`,
  }),
  INDETERMINATE: (unit) => ({
    sv: `om det som ${unit} består av hade ändrats går inte att avgöra, eftersom datumet inte är känt`,
    en: `whether what ${unit} consists of had changed is open, since the date is not known`,
  }),
  FIGURE_MISSING: (unit) => ({
    sv: `ingen uppgift är registrerad för ${unit}`,
    en: `no figure is recorded of ${unit}`,
  }),
  DISAGREEING: (unit) => ({
    sv: `uppgifterna för ${unit} motsäger varandra`,
    en: `the statements of ${unit} disagree`,
  }),
  DOES_NOT_SUM: () => ({
    sv: 'nyckeltalet går inte att lägga ihop av delarna',
    en: 'the measure cannot be added up from parts',
  }),
};

/** Why a figure cannot be restated, as a clause. */
export function gapInWords({ code, unit, others }: Gap): Message {
  const said = (language: Language) => GAP_WORDS[code](unit.name, names(others, language))[language];
  return { sv: said('sv'), en: said('en') };
}

/** Whether a point is comparable with the perimeter, what joined or left, and what the figure is on it. */
export function pointInWords(point: SeriesPoint): Message {
  const said = (language: Language) =>
    [comparable(point, language), ...moved(point, language), outcome(point, language)].join('; ');
  return { sv: said('sv'), en: said('en') };
}

function comparable({ likeForLike }: SeriesPoint, language: Language): string {
  if (likeForLike === null)
    return language === 'sv'
      ? 'om det är jämförbart är inte känt'
      : 'whether it is like for like is not known';
  if (language === 'sv') return likeForLike ? 'jämförbart' : 'inte jämförbart';
  return likeForLike ? 'like for like' : 'not like for like';
}

function moved({ joined, left, excepted, sinceUnknown, terms }: SeriesPoint, language: Language): string[] {
  const origins = terms.flatMap(({ role, unit }) => (role === 'origin' ? [unit] : []));
  const apart = new Set(excepted.map(({ id }) => id));
  const alone = (units: readonly UnitReference[]) => units.filter(({ id }) => !apart.has(id));
  const said: [readonly UnitReference[], string, string][] = [
    [origins, 'motsvaras av', 'corresponds to'],
    [alone(joined), 'har tillkommit:', 'joined since:'],
    [alone(left), 'har lämnat:', 'left since:'],
    [excepted, 'utom', 'except'],
    [sinceUnknown, 'från och med när är inte känt:', 'since when is not known:'],
  ];
  return said.flatMap(([units, sv, en]) =>
    units.length === 0 ? [] : [`${language === 'sv' ? sv : en} ${names(units, language)}`],
  );
}

function outcome({ restated, gaps, byShares, inferred }: SeriesPoint, language: Language): string {
  const swedish = language === 'sv';
  if (restated === null) {
    const reasons = gaps.map((gap) => gapInWords(gap)[language]).join(', ');
    return swedish ? `kan inte räknas om: ${reasons}` : `cannot be restated: ${reasons}`;
  }
  const shown = `${swedish ? 'omräknat' : 'restated'} ${amountInWords(restated, language)}`;
  const notes = [
    ...(byShares ? [swedish ? 'fördelat efter andelar' : 'divided by shares'] : []),
    ...(inferred.length > 0 ? [swedish ? 'delvis en slutsats' : 'in part inferred'] : []),
  ];
  return notes.length === 0 ? shown : `${shown} (${notes.join(', ')})`;
}

function names(units: readonly UnitReference[], language: Language): string {
  const [last, ...rest] = units.map(({ name }) => name).reverse();
  if (rest.length === 0) return last ?? '';
  return `${rest.reverse().join(', ')} ${language === 'sv' ? 'och' : 'and'} ${last}`;
}
