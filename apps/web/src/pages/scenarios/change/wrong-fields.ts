import { fieldAt } from '../../../fields/field-at.js';
import type { BothLanguages } from '../../../graphql/question-failed.js';
import type { Refusal } from '../payload.js';
import type { DraftKind } from './draft.js';

/** The fields of each kind at which a refusal is shown; what is wrong elsewhere is shown under the form. */
const FIELDS: Readonly<Record<DraftKind, readonly string[]>> = {
  TRANSFER: ['unit', 'to'],
  RENAME: ['unit', 'name'],
  ESTABLISH: ['unit.name', 'unit.type', 'unit.parent'],
  MERGE: ['units', 'into', 'into.name', 'into.type', 'into.parent'],
  ABSORB: ['units', 'into', 'name'],
  SPLIT: ['unit', 'into[0]', 'into[1]', 'into[2]', 'into[3]'],
  DISSOLVE: ['unit', 'successors'],
};

/** Which refusals are shown at which field. */
export function wrongIn(refusals: readonly Refusal[], kind: DraftKind, of: (text: BothLanguages) => string) {
  const fields = ['on', ...FIELDS[kind]];
  const at = (path: string | null) => (path === null ? null : fieldAt(path, fields));
  return {
    wrong: (...paths: readonly string[]): readonly string[] => [
      ...new Set(
        refusals.filter(({ field }) => paths.includes(at(field) ?? '')).map(({ messages }) => of(messages)),
      ),
    ],
    isShown: (path: string | null) => at(path) !== null,
  };
}
