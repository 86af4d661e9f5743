/** A name that every system can keep a file under. */
export function fileName(...parts: readonly string[]): string {
  return parts
    .join(' ')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
