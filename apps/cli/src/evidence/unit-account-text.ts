import { LINE } from '#structure';
import { dayInWords, dayOf, civilDate, type Language } from '#temporal';
import { changeAccountLines, indent, joinLines } from './change-account-text.js';
import { inferredStepInWords } from './inferred-steps.js';
import { observationInWords } from './observation-account.js';
import { placesAfter } from './source-places.js';
import type { ReasonAccount, UnitAccount } from './unit-account.js';

const WORDS = {
  sv: {
    existence: 'Finns',
    yes: 'ja',
    ended: 'har upphört',
    name: 'Namn',
    type: 'Typ',
    parent: 'Placering',
    code: 'Kod',
    top: 'toppnivån',
    none: '–',
    perhaps: 'kanske',
    nothing: 'Ingenting är känt om enheten den dagen.',
    spellings: 'Namnet som handlingarna skriver det',
    pending: 'Förändringar som rör enheten och inte har trätt i kraft',
    observations: 'Iakttagelser',
    inferred: 'Härstamning som är en slutsats, inte ett beslut',
  },
  en: {
    existence: 'In force',
    yes: 'yes',
    ended: 'has ended',
    name: 'Name',
    type: 'Type',
    parent: 'Placement',
    code: 'Code',
    top: 'the top level',
    none: '–',
    perhaps: 'perhaps',
    nothing: 'Nothing is known of the unit on that date.',
    spellings: 'The name as documents write it',
    pending: 'Changes that concern the unit and have not taken effect',
    observations: 'Observations',
    inferred: 'Lineage that is an inference, not a decision',
  },
} as const;

/** Why a unit is as it is, for reading. */
export function* unitAccountText(account: UnitAccount, language: Language): Generator<string, void> {
  const words = WORDS[language];
  const { reasons, spellings, pending, observations, inferredLineage } = account;
  const key = account.key === null ? '' : ` [${account.key}]`;
  yield `${account.name}${key}, ${dayInWords(dayOf(civilDate(account.date)), language)}\n`;
  if (reasons.length === 0) yield `\n${words.nothing}\n`;
  for (const [i, reason] of reasons.entries()) {
    const [before, after] = [reasons[i - 1], reasons[i + 1]];
    if (before?.change.id !== reason.change.id) yield '\n';
    yield `${reasonHeading(reason, language)}\n`;
    if (after?.change.id === reason.change.id) continue;
    yield joinLines(changeAccountLines(reason.change, language).map(indent));
  }
  if (spellings.length > 0) {
    yield paragraph(
      words.spellings,
      spellings.map(({ written, places }) => `”${written}”${placesAfter(places)}`),
    );
  }
  if (pending.length > 0) {
    yield `\n${words.pending}\n`;
    for (const change of pending) yield joinLines(changeAccountLines(change, language).map(indent));
  }
  if (observations.length > 0) {
    yield paragraph(
      words.observations,
      observations.map((seen) => observationInWords(seen, language)),
    );
  }
  if (inferredLineage.length > 0) {
    yield paragraph(
      words.inferred,
      inferredLineage.map((step) => inferredStepInWords(step, language)),
    );
  }
}

function reasonHeading({ field, value, valueName, certain }: ReasonAccount, language: Language): string {
  const words = WORDS[language];
  const [kind, qualifier] = field.split(':') as ['existence' | 'name' | 'type' | 'parent' | 'code', string?];
  const label = qualifier === undefined || qualifier === LINE ? words[kind] : `${words[kind]} (${qualifier})`;
  const said =
    typeof value === 'boolean'
      ? words[value ? 'yes' : 'ended']
      : (valueName ?? value ?? (kind === 'parent' ? words.top : words.none));
  return `${label}: ${said}${certain ? '' : ` (${words.perhaps})`}`;
}

function paragraph(heading: string, body: readonly string[]): string {
  return `\n${heading}\n${joinLines(body.map(indent))}`;
}
