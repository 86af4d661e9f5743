export * from './chart-rows.js';
export { jsonText } from './json-text.js';
export { describeError, type FileProblemCode, type ImportError } from './import-error.js';
export { importFile, type ImportOptions, type ImportProgress, type ImportResult } from './import-file.js';
export { dryRunFile } from './dry-run.js';
export { exportChanges, type ExportOptions } from './export-changes.js';
export { countLines } from './file-lines.js';
