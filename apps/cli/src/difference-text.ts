import type { OrganisationReading } from '#chronicle';
import type { Difference, UnitReference } from '#structure';
import type { Language } from '#temporal';
import { keyOf } from './question.js';

const WORDS = {
  sv: {
    begun: 'Nya',
    ended: 'Upphörda',
    renamed: 'Nytt namn',
    moved: 'Flyttade',
    reclassified: 'Ny typ',
    recoded: 'Nya koder',
    merged: 'Sammanslagna',
    split: 'Delade',
    awaited: 'Väntade, form ännu öppen',
    under: 'under',
    from: 'från',
    to: 'till',
    top: 'toppnivån',
    outside: 'ingen plats',
    continuedIn: 'fortsätter i',
    none: 'utan efterföljare',
    unknown: 'efterföljare okänd',
    open: { begun: 'kan ha funnits redan', ended: 'osäkert när', changed: 'kan ha skett tidigare' },
    nothing: 'Ingenting skiljer.',
  },
  en: {
    begun: 'Begun',
    ended: 'Ended',
    renamed: 'Renamed',
    moved: 'Moved',
    reclassified: 'Reclassified',
    recoded: 'Recoded',
    merged: 'Merged',
    split: 'Split',
    awaited: 'Awaited, form still open',
    under: 'under',
    from: 'from',
    to: 'to',
    top: 'the top level',
    outside: 'no place',
    continuedIn: 'continued in',
    none: 'no successor',
    unknown: 'successor unknown',
    open: {
      begun: 'may have been there already',
      ended: 'uncertain when',
      changed: 'may have happened earlier',
    },
    nothing: 'Nothing differs.',
  },
} as const;

const PARTS = [
  'begun',
  'ended',
  'renamed',
  'moved',
  'reclassified',
  'recoded',
  'merged',
  'split',
  'awaited',
] as const satisfies readonly (keyof Difference)[];
type Part = (typeof PARTS)[number];

/** A difference for reading. */
export function* differenceText(difference: Difference, language: Language): Generator<string, void> {
  const words = WORDS[language];
  const lines = describedParts(difference, language);
  let empty = true;
  for (const part of PARTS) {
    if (lines[part].length === 0) continue;
    yield `${empty ? '' : '\n'}${words[part]} (${lines[part].length})\n`;
    empty = false;
    for (const line of lines[part]) yield `  ${line}\n`;
  }
  if (empty) yield `${words.nothing}\n`;
}

function describedParts(difference: Difference, language: Language): Record<Part, string[]> {
  const words = WORDS[language];
  const list = (units: readonly UnitReference[]) => units.map(({ name }) => name).join(', ');
  const under = (parent: UnitReference | null) => (parent === null ? '' : `, ${words.under} ${parent.name}`);
  const place = ({ takesPart, parent }: Difference['moved'][number]['before']) =>
    takesPart ? (parent?.name ?? words.top) : words.outside;
  const open = ({ certain }: { readonly certain: boolean }, how: keyof typeof words.open) =>
    certain ? '' : ` [${words.open[how]}]`;
  return {
    begun: difference.begun.map(
      (one) =>
        `+ ${one.name} (${one.type})${under(one.parent)}` +
        (one.predecessors.length === 0 ? '' : ` ← ${list(one.predecessors)}`) +
        open(one, 'begun'),
    ),
    ended: difference.ended.map((one) => {
      const { name, type, parent, successors, succession } = one;
      const after =
        successors.length > 0
          ? `; ${words.continuedIn} ${list(successors)}`
          : succession === null
            ? ''
            : `; ${words[succession]}`;
      return `- ${name} (${type})${under(parent)}${after}${open(one, 'ended')}`;
    }),
    renamed: difference.renamed.map((one) => `${one.before} → ${one.after}${open(one, 'changed')}`),
    moved: difference.moved.map(
      (one) =>
        `${one.name}: ${words.from} ${place(one.before)} ${words.to} ${place(one.after)}` +
        (one.hierarchy === 'line' ? '' : ` (${one.hierarchy})`) +
        open(one, 'changed'),
    ),
    reclassified: difference.reclassified.map(
      (one) => `${one.name}: ${one.before} → ${one.after}${open(one, 'changed')}`,
    ),
    recoded: difference.recoded.map(
      (one) => `${one.name}: ${one.scheme} ${one.before ?? '–'} → ${one.after ?? '–'}${open(one, 'changed')}`,
    ),
    merged: difference.merged.map(({ sources, into, on }) => `${on.written} ${list(sources)} → ${into.name}`),
    split: difference.split.map(({ source, into, on }) => `${on.written} ${source.name} → ${list(into)}`),
    awaited: difference.awaited.map(({ what, units }) => `? ${list(units)}: ${what}`),
  };
}

/** A difference as JSON lines: `difference` says which kind, then what the query gives, units with their keys. */
export function* differenceLines(
  difference: Difference,
  first: OrganisationReading,
  second: OrganisationReading,
  keyScheme: string,
): Generator<string, void> {
  const key = (id: string) => keyOf(second, id, keyScheme) ?? keyOf(first, id, keyScheme);
  const keyed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(keyed);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, member]) => [name, keyed(member)] as const);
    const { id, ...rest } = Object.fromEntries(members);
    return typeof id === 'string' ? { id, key: key(id), ...rest } : Object.fromEntries(members);
  };
  for (const part of PARTS) {
    for (const entry of difference[part]) {
      yield `${JSON.stringify({ difference: part, ...(keyed(entry) as object) })}\n`;
    }
  }
}
