import { defineRecordKind } from '#records';
import type { Message } from '#temporal';
import { z } from 'zod';
import { parseDecimal } from '../decimal.js';
import { decimalField, defined, nameField, recordField, textField, tokenField } from './fields.js';

/** Which way is better. */
export const POLARITIES = ['higherIsBetter', 'lowerIsBetter', 'neutral'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** How the figure of a whole follows from those of its parts: as their sum, or not at all (shares, averages). */
export const COMBININGS = ['sum', 'none'] as const;
export type Combining = (typeof COMBININGS)[number];

/**
 * What of a unit's size an indicator can measure: the people it employs in full-time equivalents (årsarbetare) or in
 * heads (anställda), or the money that it is given to spend (budget).
 */
export const SIZES = ['fte', 'headCount', 'budget'] as const;
export type Size = (typeof SIZES)[number];

const decimalsField = z.number().int().min(0).max(20);

const schema = z.strictObject({
  name: nameField,
  /** What it is measured in, and shown in: "%", "mnkr", "antal". */
  unitOfMeasure: tokenField,
  /**
   * Other units of measure that figures may be given in, and how much one of them is in `unitOfMeasure`: with mnkr,
   * `{"tkr": {"is": "0.001"}}`.
   */
  alsoIn: z
    .record(
      tokenField,
      z.strictObject({
        is: decimalField.refine((written) => isAboveZero(written), 'is not above zero'),
        decimals: decimalsField.optional(),
      }),
    )
    .optional(),
  polarity: z.enum(POLARITIES),
  parts: z.enum(COMBININGS),
  /** How many decimals its figures are rounded to in print; absent: they are exact, as counts are. */
  decimals: decimalsField.optional(),
  /**
   * Of an indicator by which the size of units is told: of which. Such figures are followed to where people and money
   * go when units move or end. Of two indicators for one size the one that was recorded last counts.
   */
  sizes: z.enum(SIZES).optional(),
  text: textField.optional(),
  /** The document that defines it, and where. */
  document: recordField.optional(),
  place: textField.optional(),
});

function isAboveZero(written: string): boolean {
  const parsed = parseDecimal(written);
  return parsed !== undefined && parsed.digits > 0n;
}

export type IndicatorPayload = z.infer<typeof schema>;

export const POLARITY_WORDS: Readonly<Record<Polarity, Message>> = {
  higherIsBetter: { sv: 'högre är bättre', en: 'higher is better' },
  lowerIsBetter: { sv: 'lägre är bättre', en: 'lower is better' },
  neutral: { sv: 'varken högre eller lägre är bättre', en: 'neither higher nor lower is better' },
};

/** Something that is measured. Found by its name as well. */
export const indicator = defineRecordKind<IndicatorPayload>({
  kind: 'indicator',
  event: 'IndicatorDefined',
  schema,
  map: (payload, references) =>
    defined({
      ...payload,
      document: payload.document && references.record(payload.document, 'document', ['document']),
    }) as IndicatorPayload,
  names: ({ name }) => [name],
  title: ({ name }) => name,
  sentence: ({ name, unitOfMeasure, polarity }) => ({
    sv: `Nyckeltalet ${name}, i ${unitOfMeasure}: ${POLARITY_WORDS[polarity].sv}`,
    en: `The measure ${name}, in ${unitOfMeasure}: ${POLARITY_WORDS[polarity].en}`,
  }),
});
