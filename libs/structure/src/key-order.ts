/**
 * JSON with the members of every object in the order of their names (by UTF-16 code unit), as the ledger keeps it: what
 * is recorded reads the same at once as after it has been read back. What is in order already is given back as it is.
 */
export function inKeyOrder<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) ? listInOrder(value) : objectInOrder(value as Record<string, unknown>)) as T;
}

function listInOrder(list: readonly unknown[]): readonly unknown[] {
  let changed: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = inKeyOrder(list[i]);
    if (item !== list[i]) (changed ??= [...list])[i] = item;
  }
  return changed ?? list;
}

function objectInOrder(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(object);
  let inOrder = true;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if ((i > 0 && names[i - 1]! > name) || inKeyOrder(object[name]) !== object[name]) {
      inOrder = false;
      break;
    }
  }
  if (inOrder) return object;
  return Object.fromEntries(names.sort().map((name) => [name, inKeyOrder(object[name])]));
}
