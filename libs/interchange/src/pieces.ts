const LINES_A_PIECE = 400;

/** Items as text in pieces of some hundred lines, which join to the whole; of none, the opening and the closing. */
export function* pieces<T>(
  items: readonly T[],
  write: (item: T) => string,
  opening: string,
  between: string,
  closing: string,
): Iterable<string> {
  if (items.length === 0) {
    const empty = opening + closing;
    if (empty.trim() !== '') yield empty;
    return;
  }
  for (let i = 0; i < items.length; i += LINES_A_PIECE) {
    let piece = i === 0 ? opening : '';
    const end = Math.min(i + LINES_A_PIECE, items.length);
    for (let j = i; j < end; j++) {
      if (j > 0) piece += between;
      piece += write(items[j]!);
    }
    yield end === items.length ? piece + closing : piece;
  }
}
