import { Command } from 'commander';
import { UndoStep } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario undo ID`: takes back what was done last in it. */
export function undoCommand(terminal: Terminal): Command {
  return new Command('undo')
    .description('take back what was done last: a step, or a rebase')
    .argument('<id>', 'the scenario')
    .addOption(option.language())
    .action((id: string, { lang }: { readonly lang?: Language }) =>
      changeScenario(new UndoStep(id, TERMS), terminal, lang),
    );
}
