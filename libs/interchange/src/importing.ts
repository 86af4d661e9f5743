import type { Readable } from 'node:stream';
import type { dryRunFile as DryRunFile } from './dry-run.js';
import type { importFile as ImportFile, ImportOptions, ImportResult } from './import-file.js';

/**
 * Importing, loaded when it is first used: it needs the command bus, which takes longer to load than a chart
 * takes to read and write.
 */
export async function importFile(
  services: Parameters<typeof ImportFile>[0],
  source: Readable,
  options: ImportOptions,
): Promise<ImportResult> {
  const loaded = await import('./import-file.js');
  return loaded.importFile(services, source, options);
}

export async function dryRunFile(
  services: Parameters<typeof DryRunFile>[0],
  source: Readable,
  options: ImportOptions,
): Promise<ImportResult> {
  const loaded = await import('./dry-run.js');
  return loaded.dryRunFile(services, source, options);
}
