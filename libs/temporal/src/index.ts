export * from './brand.js';
export * from './parsed.js';
export * from './civil-date.js';
export * from './date-part.js';
export * from './imprecise-date.js';
export * from './position.js';
