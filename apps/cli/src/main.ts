import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { Output } from './output.js';
import { report } from './report.js';

type Done = (code: ExitCode) => void;
type MakeCommand = (output: Output, done: Done) => Command;

/** Every command, loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  serve: async () => (await import('./commands/serve.command.js')).serveCommand,
  import: async () => (await import('./commands/import.command.js')).importCommand,
  chart: async () => (await import('./commands/chart.command.js')).chartCommand,
  diff: async () => (await import('./commands/diff.command.js')).diffCommand,
  history: async () => (await import('./commands/history.command.js')).historyCommand,
  lineage: async () => (await import('./commands/lineage.command.js')).lineageCommand,
  changes: async () => (await import('./commands/changes.command.js')).changesCommand,
  why: async () => (await import('./commands/why.command.js')).whyCommand,
  matter: async () => (await import('./commands/matter.command.js')).matterCommand,
  assignments: async () => (await import('./commands/assignments.command.js')).assignmentsCommand,
  todo: async () => (await import('./commands/todo.command.js')).todoCommand,
  measures: async () => (await import('./commands/measures.command.js')).measuresCommand,
  contradictions: async () => (await import('./commands/contradictions.command.js')).contradictionsCommand,
  series: async () => (await import('./commands/series.command.js')).seriesCommand,
  scenario: async () => (await import('./commands/scenario/scenario.command.js')).scenarioCommand,
  export: async () => (await import('./commands/export.command.js')).exportCommand,
  verify: async () => (await import('./commands/verify.command.js')).verifyCommand,
  proof: async () => (await import('./commands/proof.command.js')).proofCommand,
  'check-proof': async () => (await import('./commands/proof.command.js')).checkProofCommand,
  rebuild: async () => (await import('./commands/rebuild.command.js')).rebuildCommand,
  backup: async () => (await import('./commands/backup.command.js')).backupCommand,
  restore: async () => (await import('./commands/backup.command.js')).restoreCommand,
  migrate: async () => (await import('./commands/migrate.command.js')).migrateCommand,
};

/** Runs the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  let code: ExitCode = EXIT.ok;
  const done: Done = (result) => {
    code = result;
  };
  const program = new Command('kronika').description(
    'How an organisation changes: record it, and ask for any date.',
  );
  const asked = args[0] !== undefined && Object.hasOwn(COMMANDS, args[0]) ? [args[0]] : Object.keys(COMMANDS);
  const output = new Output();
  try {
    for (const name of asked) program.addCommand((await COMMANDS[name]!())(output, done));
    for (const command of withSubcommands(program)) command.exitOverride().showHelpAfterError(true);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return report(error, args);
  }
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
