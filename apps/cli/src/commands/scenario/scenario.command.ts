import { Command } from 'commander';
import type { ExitCode } from '../../exit-code.js';
import type { Output } from '../../output.js';
import { adoptCommand } from './adopt.command.js';
import { applyCommand } from './apply.command.js';
import { archiveCommand } from './archive.command.js';
import { compareCommand } from './compare.command.js';
import { createCommand } from './create.command.js';
import { describeCommand } from './describe.command.js';
import { impactCommand } from './impact.command.js';
import { listCommand } from './list.command.js';
import { proposeCommand } from './propose.command.js';
import { rebaseCommand } from './rebase.command.js';
import { redoCommand } from './redo.command.js';
import { renameCommand } from './rename.command.js';
import { resolveCommand } from './resolve.command.js';
import { restoreCommand } from './restore.command.js';
import { showCommand } from './show.command.js';
import { undoCommand } from './undo.command.js';
import { withdrawCommand } from './withdraw.command.js';

const SUBCOMMANDS = [
  createCommand,
  applyCommand,
  listCommand,
  showCommand,
  compareCommand,
  impactCommand,
  undoCommand,
  redoCommand,
  renameCommand,
  describeCommand,
  archiveCommand,
  restoreCommand,
  rebaseCommand,
  resolveCommand,
  proposeCommand,
  withdrawCommand,
  adoptCommand,
];

/** `kronika scenario`: reorganisations that are planned, beside the organisation as it is recorded. */
export function scenarioCommand(output: Output, done: (code: ExitCode) => void): Command {
  const scenario = new Command('scenario').description('plan a reorganisation, and make it real');
  for (const subcommand of SUBCOMMANDS) scenario.addCommand(subcommand({ output, done }));
  return scenario;
}
