/** A text without regard to case and diacritics, for searching. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o');
}

/** A name without regard to case, diacritics and runs of blanks. */
export function foldName(name: string): string {
  return foldText(name).replace(/\s+/g, ' ').trim();
}

/** The words that are searched for, folded; none in a blank text. */
export function wordsSought(text: string | undefined): string[] {
  return foldText(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
