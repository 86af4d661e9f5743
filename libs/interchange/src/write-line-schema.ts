import { writeFileSync } from 'node:fs';
import { importLineSchemaText } from './line-schema.js';

/** Writes docs/reference/import-format.schema.json anew; run it in the project's folder after `npm run build`. */
writeFileSync('docs/reference/import-format.schema.json', importLineSchemaText());
