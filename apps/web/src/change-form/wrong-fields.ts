import { fieldAt } from '../fields/field-at.js';
import type { BothLanguages } from '../graphql/question-failed.js';
import type { Refusal } from './refusal.js';

/** What is wrong with a form, field by field. */
export interface Wrong {
  /** In words, what is wrong with the fields of these paths. */
  at(...paths: readonly string[]): readonly string[];
  /** What no field shows. */
  readonly elsewhere: readonly Refusal[];
}

/** The fields that say where a unit goes: one of them is to blame where units would stand under themselves. */
const PLACES = ['to', 'parent', 'unit.parent', 'into.parent', 'by.parent'];

/**
 * Sorts refusals by the field that shows them: the longest path that theirs begins with. `index`: of which of the
 * changes of the set the fields are; what is wrong with another is shown by no field.
 */
export function wrongIn(
  refusals: readonly Refusal[],
  fields: readonly string[],
  of: (text: BothLanguages) => string,
  index = 0,
): Wrong {
  const place = ({ field, code, index: about }: Refusal) => {
    if (about !== null && about !== index) return null;
    if (field !== null) return fieldAt(field.replace(/^with\./, ''), fields);
    return code === 'CYCLE' ? (PLACES.find((path) => fields.includes(path)) ?? null) : null;
  };
  return {
    at: (...paths) => [
      ...new Set(
        refusals.filter((each) => paths.includes(place(each) ?? '')).map(({ messages }) => of(messages)),
      ),
    ],
    elsewhere: refusals.filter((each) => place(each) === null),
  };
}
