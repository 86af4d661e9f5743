import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '#database';
import { countLines, importFile } from '#interchange';
import { chronicleEventTypes, PostgresLedgerStore, type OrganisationId } from '#ledger';
import { say } from './output.js';
import { withChronicle } from './session.js';

/** The organisations that a new installation shows; see apps/api/demo/README.md. */
const DEMO = [
  { slug: 'region-halland', name: 'Region Halland', file: 'region-halland.ndjson' },
  {
    slug: 'region-rs-1398-2021',
    name: 'Regionen i ärende RS 1398-2021',
    file: 'region-rs-1398-2021.ndjson',
  },
  { slug: 'schweiz', name: 'Schweiz', file: 'schweiz.ndjson.gz' },
] as const;

/**
 * Loads the demo organisations into a ledger that holds no others, and goes on where an earlier start was
 * stopped. Says so on stderr; does nothing once they are there.
 */
export async function loadDemoOrganisations(database: Database): Promise<void> {
  const missing = await missingFrom(database);
  if (missing.length === 0) return;
  say('Loading the demo organisations (once) ...');
  await withChronicle(database, async (session) => {
    for (const { slug, name, file } of missing) {
      const source = openDemo(file);
      const { errors } = await importFile(session, source, {
        organisation: slug,
        name,
        actor: 'kronika-demo',
      });
      for (const error of errors) say(`${file}, line ${error.line} [${error.code}]: ${error.message.en}`);
    }
  });
}

async function missingFrom(database: Database) {
  const ledger = new PostgresLedgerStore(database.pool(), chronicleEventTypes);
  const present = await ledger.organisations();
  const slugs = new Set<string>(DEMO.map(({ slug }) => slug));
  if (present.some(({ slug }) => !slugs.has(slug))) return [];
  const missing: (typeof DEMO)[number][] = [];
  for (const demo of DEMO) {
    const found = present.find(({ slug }) => slug === demo.slug);
    const recorded = found === undefined ? 0 : await linesRecorded(database, found.id);
    if (recorded < (await countLines(openDemo(demo.file)))) missing.push(demo);
  }
  return missing;
}

/** How many lines of files an organisation's events come from: each line gives one event its digest, and perhaps more events. */
async function linesRecorded(database: Database, organisation: OrganisationId): Promise<number> {
  const { rows } = await database
    .pool()
    .query<{ lines: number }>(
      `select count(*)::int as lines from ledger.event where organisation_id = $1 and envelope ~ $2`,
      [organisation, '"digest":"[0-9a-f]{64}(#[0-9]+)?"'],
    );
  return rows[0]!.lines;
}

function openDemo(file: string) {
  return createReadStream(join(demoFolder(), file));
}

/** Beside the sources, whether these or the compiled ones run. */
function demoFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const demo = join(folder, 'apps', 'api', 'demo');
    if (existsSync(join(demo, DEMO[0].file))) return demo;
    if (dirname(folder) === folder) throw new Error('The folder apps/api/demo is missing.');
    folder = dirname(folder);
  }
}
