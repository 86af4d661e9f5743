import { Command } from 'commander';
import { rebuild } from '#projections';
import type { Output } from '../output.js';
import { clearProgress, progressLine } from '../progress.js';
import { withDatabase } from '../with-database.js';

/** `kronika rebuild`: makes the read model anew from the ledger, beside the live one. */
export function rebuildCommand(output: Output): Command {
  return new Command('rebuild').description('make the read model anew from the ledger').action(() =>
    withDatabase(async (database) => {
      const show = progressLine();
      const { events } = await rebuild(database, {
        onProgress: ({ done, of }) => show(`${done} / ${of}`),
      });
      clearProgress();
      await output.write(`${JSON.stringify({ events })}\n`);
    }),
  );
}
