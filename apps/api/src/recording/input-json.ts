export type Json = Record<string, unknown>;

/** An input that says one thing twice, or two things where one is meant. */
export class InputRefused extends Error {
  constructor(
    readonly field: string,
    readonly twice: string,
  ) {
    super(`${field} says ${twice} twice`);
  }
}

/** The kind and content of a one-of input. */
export function onlyMember<T extends object>(oneOf: T): [keyof T & string, NonNullable<T[keyof T]>] {
  const member = Object.entries(oneOf).find(([, value]) => value != null);
  if (member === undefined) throw new Error('An input of one member has none');
  return member as [keyof T & string, NonNullable<T[keyof T]>];
}

/** A list as an object by its items' keys. @throws InputRefused if two items have one key */
export function keyed<T>(
  list: readonly T[] | null | undefined,
  field: string,
  keyOf: (item: T) => string,
  valueOf: (item: T) => unknown,
): Json | undefined {
  if (list == null) return undefined;
  const members = new Map<string, unknown>();
  for (const item of list) {
    const key = keyOf(item);
    if (members.has(key)) throw new InputRefused(field, key);
    members.set(key, valueOf(item));
  }
  return Object.fromEntries(members);
}

/** A value without the members, at any depth, that are null or not given: in an input both say nothing. */
export function said<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => said(item)) as T;
  const members = Object.entries(value).filter(([, member]) => member != null);
  return Object.fromEntries(members.map(([name, member]) => [name, said(member) as unknown])) as T;
}
