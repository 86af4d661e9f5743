import { Command } from 'commander';
import { ReadOrganisation } from '#chronicle';
import { exportChanges } from '#interchange';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly knownAt?: string;
  readonly keys?: string;
}

/** `kronika export`: everything recorded, in the import format. */
export function exportCommand(output: Output): Command {
  return new Command('export')
    .description('everything recorded, in force or not, in the import format')
    .addOption(option.organisation())
    .addOption(option.knownAt())
    .addOption(option.keys())
    .addOption(option.language())
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const { organisation, knownAt, keys: keyScheme } = await withKeys(ledger, given);
        const reading = await queries.execute(new ReadOrganisation(organisation, { knownAt }));
        for await (const lines of exportChanges(ledger, reading, { keyScheme })) {
          if (output.isClosed) return;
          await output.write(lines);
        }
      }),
    );
}
