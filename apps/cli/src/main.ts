import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { report } from './report.js';
import { backupCommand, restoreCommand } from './commands/backup.command.js';
import { changesCommand } from './commands/changes.command.js';
import { chartCommand } from './commands/chart.command.js';
import { diffCommand } from './commands/diff.command.js';
import { exportCommand } from './commands/export.command.js';
import { historyCommand } from './commands/history.command.js';
import { importCommand } from './commands/import.command.js';
import { lineageCommand } from './commands/lineage.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { rebuildCommand } from './commands/rebuild.command.js';
import { serveCommand } from './commands/serve.command.js';
import { verifyCommand } from './commands/verify.command.js';
import { Output } from './output.js';

/** Runs the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  let code: ExitCode = EXIT.ok;
  const done = (result: ExitCode) => {
    code = result;
  };
  const output = new Output();
  const program = new Command('kronika')
    .description('How an organisation changes: record it, and ask for any date.')
    .addCommand(serveCommand(output))
    .addCommand(importCommand(output, done))
    .addCommand(chartCommand(output))
    .addCommand(diffCommand(output))
    .addCommand(historyCommand(output))
    .addCommand(lineageCommand(output))
    .addCommand(changesCommand(output))
    .addCommand(exportCommand(output))
    .addCommand(verifyCommand(output, done))
    .addCommand(rebuildCommand(output))
    .addCommand(backupCommand(output))
    .addCommand(restoreCommand(output))
    .addCommand(migrateCommand(output));
  for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError(true);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return report(error, args);
  }
}
