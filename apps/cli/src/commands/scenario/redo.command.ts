import { Command } from 'commander';
import { RedoStep } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario redo ID`: does again what was undone last, as it was. */
export function redoCommand(terminal: Terminal): Command {
  return new Command('redo')
    .description('do again what was undone last')
    .argument('<id>', 'the scenario')
    .addOption(option.language())
    .action((id: string, { lang }: { readonly lang?: Language }) =>
      changeScenario(new RedoStep(id, TERMS), terminal, lang),
    );
}
