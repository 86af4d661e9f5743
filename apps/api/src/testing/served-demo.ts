import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { servedApi, type ServedApi } from './served-api.js';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));

/** A server with the organisation `region-halland`, freshly imported from its file. */
export async function servedHalland(): Promise<ServedApi> {
  const api = await servedApi();
  const lines = readFileSync(join(demo, 'region-halland.ndjson'), 'utf8').trimEnd().split('\n');
  await api.importLines(
    'region-halland',
    lines.map((line) => JSON.parse(line) as object),
  );
  return api;
}
