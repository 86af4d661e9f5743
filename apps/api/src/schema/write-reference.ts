/** `npm run schema`: writes the reference of the API that is made from the code. */
import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { referenceFiles } from './reference.js';

for (const [path, text] of Object.entries(await referenceFiles())) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
