import { defineRecordKind, type RecordObjection, type RecordWords, type Register } from '#records';
import { LATEST } from '#structure';
import type { Message } from '#temporal';
import { z } from 'zod';
import {
  breakdownField,
  decimalField,
  decimalInWords,
  defined,
  periodField,
  periodInWords,
  recordField,
  textField,
  tokenField,
  unitField,
} from './fields.js';
import { indicator } from './indicator.kind.js';
import { checkTable } from './table-checks.js';
import { columnOf, VALUE_KINDS, valuesInOrder, type ValueKind } from './columns.js';

/** What a column is called in its table: one of the kinds of value, or a word of its own. */
const columnKey = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,49}$/, 'is not a word for a column');
const rowName = tokenField;

const columnField = z.strictObject({
  /** What its values are; absent: what it is called. */
  kind: z.enum(VALUE_KINDS).optional(),
  /** Its heading as printed. */
  title: textField.optional(),
  period: periodField.optional(),
  in: tokenField.optional(),
  breakdown: breakdownField.optional(),
  /** The table says that it is the sum of these columns. */
  sums: z.array(columnKey).min(1).optional(),
  /** The table says that it is the first of these columns less the second. */
  difference: z.tuple([columnKey, columnKey]).optional(),
});

const rowField = z.strictObject({
  /** Its name as printed, by which a total names it; unique in the table. */
  row: rowName.optional(),
  unit: unitField.optional(),
  indicator: recordField.optional(),
  period: periodField.optional(),
  in: tokenField.optional(),
  breakdown: breakdownField.optional(),
  place: textField.optional(),
  /** Column → value. What is not printed is left out. */
  values: z.record(columnKey, decimalField),
  /** Column → the text as printed, where it is not the value. */
  printed: z.record(columnKey, textField).optional(),
  /** The table says that each of its values is the sum of these rows' ... */
  sums: z.array(rowName).min(1).optional(),
  /** ... less these rows'. */
  less: z.array(rowName).min(1).optional(),
});

const schema = z
  .strictObject({
    indicator: recordField,
    unit: unitField,
    period: periodField,
    /** The unit of measure, where it is not the indicator's own. */
    in: tokenField.optional(),
    breakdown: breakdownField.optional(),
    /** Where it stands. */
    document: recordField.optional(),
    place: textField.optional(),
    title: textField.optional(),
    columns: z.record(columnKey, columnField).optional(),
    rows: z.array(rowField).min(1),
  })
  .superRefine((table, context) => {
    for (const { path, message } of checkTable(table)) context.addIssue({ code: 'custom', path, message });
  });
export type FiguresPayload = z.infer<typeof schema>;
export type FiguresRow = z.infer<typeof rowField>;
export type FiguresColumn = z.infer<typeof columnField>;

/** A table, or a single statement, of figures in a document. Row and column say what they change of the whole. */
export const figures = defineRecordKind<FiguresPayload>({
  kind: 'figures',
  event: 'FiguresRecorded',
  schema,
  map: (payload, references) => {
    const indicatorOf = (named: string, field: string) => references.record(named, field, ['indicator']);
    return defined({
      ...payload,
      indicator: indicatorOf(payload.indicator, 'indicator'),
      unit: references.unit(payload.unit, 'unit'),
      document: payload.document && references.record(payload.document, 'document', ['document']),
      rows: payload.rows.map((row, i) =>
        defined({
          ...row,
          unit: row.unit && references.unit(row.unit, `rows[${i}].unit`),
          indicator: row.indicator && indicatorOf(row.indicator, `rows[${i}].indicator`),
        }),
      ),
    }) as FiguresPayload;
  },
  object: objectToMeasure,
  title: (payload, words) => {
    const { sv } = about(payload, words);
    return payload.title ?? sv;
  },
  sentence: (payload, words) => {
    const subject = about(payload, words);
    const values = valuesInWords(payload);
    return { sv: `${subject.sv}: ${values.sv}`, en: `${subject.en}: ${values.en}` };
  },
});

function objectToMeasure(payload: FiguresPayload, register: Register): RecordObjection | undefined {
  for (const [i, row] of payload.rows.entries()) {
    const measured = register.get(indicator, row.indicator ?? payload.indicator, LATEST);
    if (measured === undefined) continue;
    const { unitOfMeasure, alsoIn = {}, name } = measured.payload;
    for (const key of Object.keys(row.values)) {
      const given = columnOf(payload.columns, key)?.in ?? row.in ?? payload.in ?? unitOfMeasure;
      if (given === unitOfMeasure || Object.hasOwn(alsoIn, given)) continue;
      const known = [unitOfMeasure, ...Object.keys(alsoIn)].join(', ');
      return {
        code: 'INVALID_AMOUNT',
        message: {
          sv: `”${name}” mäts i ${known}; vad 1 ”${given}” motsvarar är inte angivet.`,
          en: `"${name}" is measured in ${known}; how much 1 "${given}" comes to is not said.`,
        },
        field: `rows[${i}].values.${key}`,
      };
    }
  }
  return undefined;
}

function about({ indicator: measured, unit, period }: FiguresPayload, words: RecordWords): Message {
  const [what, who, when] = [words.record(measured), words.unit(unit), periodInWords(period)];
  return { sv: `${what} för ${who}, ${when.sv}`, en: `${what} of ${who}, ${when.en}` };
}

export const VALUE_WORDS: Readonly<Record<ValueKind, Message>> = {
  outcome: { sv: 'utfall', en: 'outcome' },
  budget: { sv: 'budget', en: 'budget' },
  forecast: { sv: 'prognos', en: 'forecast' },
  target: { sv: 'målvärde', en: 'target' },
  deviation: { sv: 'avvikelse', en: 'deviation' },
  forecastDeviation: { sv: 'prognostiserad avvikelse', en: 'forecast deviation' },
  change: { sv: 'förändring', en: 'change' },
  forecastChange: { sv: 'förändrad prognos', en: 'change of forecast' },
};

function valuesInWords({ rows, columns }: FiguresPayload): Message {
  const [first] = rows;
  if (rows.length > 1 || first === undefined) {
    return { sv: `tabell med ${rows.length} rader`, en: `table of ${rows.length} rows` };
  }
  const said = (language: 'sv' | 'en') =>
    valuesInOrder(columns, first.values)
      .map(([{ key, kind }, value]) => {
        const shown = first.printed?.[key] ?? decimalInWords(value, language);
        return `${VALUE_WORDS[kind][language]} ${shown}`;
      })
      .join(', ');
  return { sv: said('sv'), en: said('en') };
}
