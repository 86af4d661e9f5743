import { useState } from 'react';
import type { Draft } from '../../change-form/draft.js';
import type { NewUnit } from '../../fields/new-units.js';
import type { BothLanguages } from '../../graphql/question-failed.js';
import { NO_GROUNDS, type Change, type Grounds } from './grounds.js';

/** A change that is filled in and waits for the others that are recorded with it, all or none. */
export interface Prepared {
  readonly change: Change;
  readonly sentence: BothLanguages | null;
  /** The units that it begins. */
  readonly begins: readonly NewUnit[];
}

/** A change of the set, as it was filled in and tried. */
export function preparedOf(change: Change, draft: Draft, sentence: BothLanguages | null): Prepared {
  const begun = draft.parts.filter(({ isNew }) => isNew);
  return { change, sentence, begins: begun.map(({ key, name }) => ({ id: key, name: name.trim() })) };
}

/** What is recorded together, and the grounds that its next change has, whatever kind of change that is. */
export function useChangeSet() {
  const [prepared, setPrepared] = useState<readonly Prepared[]>([]);
  const [grounds, setGrounds] = useState<Grounds>(NO_GROUNDS);
  return { prepared, setPrepared, grounds, setGrounds };
}

export type ChangeSet = ReturnType<typeof useChangeSet>;
