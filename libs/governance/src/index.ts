export * from './kinds/index.js';
export * from './appeal-period.js';
export * from './observations.js';
export * from './spellings.js';
export { publicHoliday } from './swedish-holidays.js';
export * from './evidence.js';
export * from './competence.js';
export * from './standing.js';
export * from './political-bodies.js';
