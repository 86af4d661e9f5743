import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Command } from 'commander';
import { poolOf } from '#database';
import {
  backupLedger,
  chronicleEventTypes,
  PostgresLedgerStore,
  restoreLedger,
  type BackupCounts,
} from '#ledger';
import { rebuild } from '#projections';
import { scenariosBeside, scenariosRestored } from '#scenarios';
import type { Output } from '../output.js';
import { withDatabase } from '../with-database.js';

/** `kronika backup FILE`: the ledger itself and the scenarios, of all organisations. */
export function backupCommand(output: Output): Command {
  return new Command('backup')
    .description('write the ledger and the scenarios of all organisations to a file')
    .argument('<file>', 'replaced only when the backup is complete')
    .action((file: string) =>
      withDatabase(async (database) => {
        const unfinished = `${file}.unfinished-${process.pid}`;
        try {
          const ledger = new PostgresLedgerStore(database.pool(), chronicleEventTypes);
          const kept = scenariosBeside(database.pool());
          const counts = await backupLedger(ledger, createWriteStream(unfinished), kept);
          await flush(unfinished);
          await rename(unfinished, file);
          await output.write(`${told(counts)}\n`);
        } finally {
          await rm(unfinished, { force: true });
        }
      }),
    );
}

/** `kronika restore FILE`: a backup's organisations, verified on the way in, all or none. */
export function restoreCommand(output: Output): Command {
  return new Command('restore')
    .description(
      'put the organisations of a backup into the ledger, with their scenarios, verified, all or none',
    )
    .argument('<file>', 'what backup wrote')
    .action(async (file: string) => {
      const readable = await open(file, 'r');
      await readable.close();
      await withDatabase(async (database) => {
        const owner = poolOf({ ...database.ownerConfig, max: 2 });
        try {
          const counts = await restoreLedger(owner, createReadStream(file), scenariosRestored());
          await rebuild(database);
          await output.write(`${told(counts)}\n`);
        } finally {
          await owner.end();
        }
      });
    });
}

function told({ beside, ...ledger }: BackupCounts): string {
  return JSON.stringify({ ...ledger, scenarioCommands: beside });
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
