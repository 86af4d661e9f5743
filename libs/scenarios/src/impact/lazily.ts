/** An object whose members are each worked out when it is first asked for: who asks for one thing waits for no other. */
export function lazily<T extends object>(members: { readonly [K in keyof T]: () => T[K] }): T {
  const object = {} as T;
  for (const name of Object.keys(members) as (keyof T)[]) {
    let made: { readonly value: T[keyof T] } | undefined;
    const get = () => (made ??= { value: members[name]() }).value;
    Object.defineProperty(object, name, { enumerable: true, get });
  }
  return object;
}
