import { Command } from 'commander';
import { ReviseScenario } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario rename ID NAME`: gives it another name. */
export function renameCommand(terminal: Terminal): Command {
  return new Command('rename')
    .description('give it another name')
    .argument('<id>', 'the scenario')
    .argument('<name>', 'its new name')
    .addOption(option.language())
    .action((id: string, name: string, { lang }: { readonly lang?: Language }) =>
      changeScenario(new ReviseScenario(id, { name }, TERMS), terminal, lang),
    );
}
