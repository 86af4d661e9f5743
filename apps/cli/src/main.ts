import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { report } from './report.js';
import { chartCommand } from './commands/chart.command.js';
import { importCommand } from './commands/import.command.js';
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
    .addCommand(importCommand(output, done))
    .addCommand(chartCommand(output));
  for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError(true);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return report(error, args);
  }
}
