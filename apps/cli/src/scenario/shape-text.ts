import { decimalInWords } from '#measures';
import type { Shape, ShapeImpact } from '#scenarios';
import type { Language } from '#temporal';
import type { UnitReference } from '#structure';
import type { Section } from './impact-text.js';

const WORDS = {
  sv: {
    shape: 'Form, före → efter',
    units: 'Enheter',
    layers: 'Nivåer',
    perLayer: 'Enheter på varje nivå, uppifrån',
    span: 'Enheter direkt under en annan',
    range: (min: number, max: number) => `${min} till ${max}`,
    median: 'median',
    mean: 'medel',
    singleChild: 'Enheter med exakt en under sig',
    begun: 'nya',
    ended: 'inte längre',
    none: 'inga',
  },
  en: {
    shape: 'Shape, before → after',
    units: 'Units',
    layers: 'Layers',
    perLayer: 'Units on each layer, from the top',
    span: 'Units directly under another',
    range: (min: number, max: number) => `${min} to ${max}`,
    median: 'median',
    mean: 'mean',
    singleChild: 'Units with exactly one under them',
    begun: 'new',
    ended: 'no longer',
    none: 'none',
  },
} as const;

/** What becomes of layers and spans: only what differs. */
export function shapeSection(
  { before, after, chainsBegun, chainsEnded }: ShapeImpact,
  language: Language,
): Section {
  const words = WORDS[language];
  const changed = (label: string, of: (shape: Shape) => string) => {
    const [was, is] = [of(before), of(after)];
    return was === is ? [] : [`${label}: ${was} → ${is}`];
  };
  const chains = [...named(words.begun, chainsBegun), ...named(words.ended, chainsEnded)].join('; ');
  const [single] = changed(words.singleChild, ({ singleChild }) => String(singleChild));
  return {
    heading: words.shape,
    lines: [
      ...changed(words.units, ({ units }) => String(units)),
      ...changed(words.layers, ({ layers }) => String(layers.length)),
      ...changed(words.perLayer, ({ layers }) => layers.join(', ')),
      ...changed(words.span, (shape) => spanText(shape, language)),
      ...(single === undefined && chains === ''
        ? []
        : [
            `${single ?? `${words.singleChild}: ${after.singleChild}`}${chains === '' ? '' : ` (${chains})`}`,
          ]),
    ],
  };
}

function spanText({ span }: Shape, language: Language): string {
  const words = WORDS[language];
  if (span === null) return words.none;
  const { min, median, max, mean } = span;
  const [middle, average] = [median, mean].map((written) => decimalInWords(written, language));
  return `${words.range(min, max)} (${words.median} ${middle}, ${words.mean} ${average})`;
}

function named(label: string, units: readonly UnitReference[]): string[] {
  return units.length === 0 ? [] : [`${label}: ${units.map(({ name }) => name).join(', ')}`];
}
