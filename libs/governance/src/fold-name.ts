import { foldText } from '#structure';

/** A name without regard to case, diacritics and runs of blanks. */
export function foldName(name: string): string {
  return foldText(name).replace(/\s+/g, ' ').trim();
}
