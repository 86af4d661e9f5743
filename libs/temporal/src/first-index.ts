import type { Position } from './position.js';

/**
 * The index of the first item that is not before something, in a list where all that are stand first; the length of the
 * list if all are.
 */
export function firstIndex<T>(list: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The item at a position, in a list in the order of positions; undefined if there is none. */
export function itemAt<T extends { readonly position: Position }>(
  list: readonly T[],
  position: number,
): T | undefined {
  const item = list[firstIndex(list, (other) => other.position < position)];
  return item?.position === position ? item : undefined;
}
