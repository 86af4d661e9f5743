/**
 * JSON with the members of every object in the order of their names (by UTF-16 code unit), as the ledger keeps it: what
 * is recorded reads the same at once as after it has been read back.
 */
export function inKeyOrder<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inKeyOrder) as T;
  const members = Object.entries(value);
  if (members.length > 1) members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inKeyOrder(member)])) as T;
}
