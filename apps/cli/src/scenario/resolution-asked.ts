import type { Resolution } from '#scenarios';
import { Refused } from '../refused.js';

/** How a step is to be settled, as it is asked for: units are still named by references. */
export type How =
  Resolution | { readonly how: 'none' } | { readonly how: 'numbered'; readonly number: number };

/** Reads the words behind the step; undefined: they mean nothing. */
export function readHow([how, ...rest]: readonly string[]): How | undefined {
  const [first, second, third] = rest;
  if (rest.length === 0) {
    if (how === 'drop' || how === 'none') return { how };
    return how !== undefined && /^[1-9]\d{0,3}$/.test(how)
      ? { how: 'numbered', number: Number(how) }
      : undefined;
  }
  if (how === 'redate' && rest.length === 1) return { how, on: first! };
  if (how === 'retarget' && rest.length === 2) return { how, unit: first!, to: second! };
  if (how === 'recode' && (rest.length === 2 || rest.length === 3)) {
    return { how, scheme: first!, code: second!, to: third ?? null };
  }
  return undefined;
}

export function noSuchResolution(number: number): Refused {
  return new Refused('INVALID_RESOLUTION', {
    sv: `Steget har ingen möjlig lösning ${number}: se ”kronika scenario rebase --dry-run”.`,
    en: `The step has no possible resolution ${number}: see "kronika scenario rebase --dry-run".`,
  });
}
