export * from './kinds/index.js';
