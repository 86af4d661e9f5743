import { createContext, useContext } from 'react';

/** A unit that the same change set begins: it can be named before anything of it is recorded. */
export interface NewUnit {
  readonly id: string;
  readonly name: string;
}

export const NewUnits = createContext<readonly NewUnit[]>([]);

/** The units that other changes of the same set begin. */
export function useNewUnits(): readonly NewUnit[] {
  return useContext(NewUnits);
}
