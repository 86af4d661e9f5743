export * from './chart-rows.js';
export { pictureTitle, type PictureTitle } from './chart-svg.js';
export * from './figure-rows.js';
export { jsonText } from './json-text.js';
export { describeError, type FileProblemCode, type ImportError } from './import-error.js';
export type { ImportOptions, ImportProgress, ImportResult } from './import-file.js';
export { dryRunFile, importFile } from './importing.js';
export { exportChanges, type ExportOptions } from './export-changes.js';
export { countLines } from './file-lines.js';
