/** How many positions of one holder are kept. */
const MOST_KEPT = 4;

/** What is read of something at a position, read once: what was known at a position never changes. */
export function keptFor<K extends object, V>(
  read: (from: K, position: number) => V,
): (from: K, position: number) => V {
  const kept = new WeakMap<K, Map<number, V>>();
  return (from, position) => {
    const positions = kept.get(from) ?? new Map<number, V>();
    kept.set(from, positions);
    let found = positions.get(position);
    if (found === undefined) {
      if (positions.size >= MOST_KEPT) positions.delete(positions.keys().next().value!);
      positions.set(position, (found = read(from, position)));
    }
    return found;
  };
}
