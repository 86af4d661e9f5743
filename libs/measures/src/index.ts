export * from './kinds/index.js';
export * from './contradiction-words.js';
export * from './contradictions.js';
export * from './decimal.js';
export * from './figure.js';
export * from './target-met.js';
