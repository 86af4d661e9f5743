declare const brand: unique symbol;

/** A `T` that is told apart from every other `T` by its name, at compile time only. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
