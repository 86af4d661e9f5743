export { inlineProjection } from './inline-projection.js';
export type { ProjectedEvent } from './change-batch.js';
export { rebuild, type RebuildProgress } from './rebuild.js';
export { verifyReadModel, type ReadModelVerification, type RowValues } from './verify-read-model.js';
export { chartOnDate, StoredBox, type ChartQuestion } from './chart-on-date.js';
