import { describeWrittenDate, isUnknown, parseImpreciseDate, type Message } from '#temporal';
import { defined, nameField, tokenField, unitField } from '#structure';
import { recordField, textField, type RecordWords, type ReferenceMapping } from '#records';
import { z } from 'zod';

export { defined, nameField, recordField, textField, tokenField, unitField };

/** A date as exactly as it is known, in EDTF style; one of which nothing is known is left out. */
export const dateField = z
  .string()
  .max(100)
  .refine((written) => {
    const date = parseImpreciseDate(written);
    return date.ok && !isUnknown(date.value);
  }, 'is not a date in EDTF style');

/** A change of the structure: the name its source gave it, or its id. */
export const changeField = tokenField;

/**
 * Who acts or receives: a unit, or a name as written where no unit is tracked (officials by their role), or both
 * where the document writes a unit's name otherwise.
 */
export const partyField = z.union([
  unitField,
  z.strictObject({ name: nameField, unit: unitField.optional() }),
]);
export type Party = z.infer<typeof partyField>;

/** The unit that a party is; undefined where it is none that is tracked. */
export function unitOfParty(party: Party): string | undefined {
  return typeof party === 'string' ? party : party.unit;
}

/** What a party is called: as its document writes it, else as the unit is called. */
export function nameOfParty(party: Party, words: Pick<RecordWords, 'unit'>): string {
  return typeof party === 'string' ? words.unit(party) : party.name;
}

export function mapParty(party: Party, field: string, references: ReferenceMapping): Party {
  if (typeof party === 'string') return references.unit(party, field);
  return party.unit === undefined ? party : { ...party, unit: references.unit(party.unit, `${field}.unit`) };
}

export function mapParties(
  parties: readonly Party[] | undefined,
  field: string,
  references: ReferenceMapping,
): Party[] | undefined {
  return parties?.map((party, i) => mapParty(party, `${field}[${i}]`, references));
}

/** "under 2021", "den 1 mars 2021": a date within a sentence. */
export function dateInWords(written: string): Message {
  return { sv: describeWrittenDate(written, 'sv'), en: describeWrittenDate(written, 'en') };
}
