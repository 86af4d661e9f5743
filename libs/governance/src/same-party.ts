import { foldName } from '#structure';
import type { Party } from './kinds/index.js';

/** What two parties have in common if they are the same: their unit where it is known, else their folded name. */
export function partyKey(party: Party): string {
  if (typeof party === 'string') return `unit ${party}`;
  return party.unit === undefined ? `name ${foldName(party.name)}` : `unit ${party.unit}`;
}

export function isSameParty(a: Party, b: Party): boolean {
  return partyKey(a) === partyKey(b);
}
