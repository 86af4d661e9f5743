export * from './kinds/index.js';
export * from './appeal-period.js';
export { publicHoliday } from './swedish-holidays.js';
