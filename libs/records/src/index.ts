export * from './record-fields.js';
export * from './record-kind.js';
export * from './register.js';
export * from './recorded-record.js';
export * from './record-draft.js';
export * from './decide-records.js';
export * from './record-log.js';
