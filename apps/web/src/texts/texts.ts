import type { sv } from './sv.js';

/** The same shape with any texts. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** What every language has. */
export type Texts = Same<typeof sv>;
