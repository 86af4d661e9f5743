import { recordKinds } from '#records';
import { figures } from './figures.kind.js';
import { indicator } from './indicator.kind.js';

/** Every kind of record about measures, by its name. */
export const MEASURE_KINDS = recordKinds(indicator, figures);

export { VALUE_KINDS, type ValueKind } from './columns.js';
export { decimalInWords, periodInWords, type Breakdown } from './fields.js';
export * from './figures.kind.js';
export * from './indicator.kind.js';
