import type { ChangeKind, Draft } from './draft.js';

const ofUnit = (path: string) =>
  ['', '.name', '.type', '.parent', '.parents', '.codes'].map((each) => path + each);
const ofParts = ({ parts }: Draft, path: string) => parts.flatMap((_, place) => ofUnit(`${path}[${place}]`));

const PATHS: Readonly<Record<ChangeKind, (draft: Draft) => readonly string[]>> = {
  ESTABLISH: () => ofUnit('unit'),
  RENAME: () => ['unit', 'name'],
  RECLASSIFY: () => ['unit', 'type'],
  RECODE: () => ['unit', 'codes'],
  TRANSFER: (draft) => ['unit', 'to', 'hierarchy', 'except', 'exceptTo', ...ofParts(draft, 'except')],
  MERGE: () => ['units', 'children', ...ofUnit('into')],
  ABSORB: () => ['units', 'into', 'name', 'children'],
  SPLIT: (draft) => ['unit', 'children', ...ofParts(draft, 'into')],
  SPIN_OFF: (draft) => ['unit', 'children', ...ofParts(draft, 'into')],
  REPLACE: () => ['unit', 'children', ...ofUnit('by')],
  DISSOLVE: () => ['unit', 'successors', 'succession'],
  REACTIVATE: () => ['unit', 'parent', 'parents', 'name', 'type', 'codes'],
  MOVE_RESPONSIBILITY: () => ['unit', 'to', 'what', 'resource'],
  REORGANISE: (draft) => [
    'ends',
    ...ofParts(draft, 'begins'),
    ...draft.sets.flatMap((_, place) => [`sets[${place}].unit`, ...ofUnit(`sets[${place}]`)]),
    ...draft.lineage.flatMap((_, place) => ['', '.from', '.share'].map((each) => `lineage[${place}]${each}`)),
  ],
  ANTICIPATE: () => ['units', 'what', 'into.count', 'into.name', 'into.type', 'into.parent'],
};

/** The fields of a change at which a refusal is shown, as paths of its content. */
export function fieldPaths(draft: Draft): readonly string[] {
  return PATHS[draft.kind](draft);
}
