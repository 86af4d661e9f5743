import { Command } from 'commander';
import { RestoreScenario } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario restore ID`: takes it out of the archive. */
export function restoreCommand(terminal: Terminal): Command {
  return new Command('restore')
    .description('take it out of the archive')
    .argument('<id>', 'the scenario')
    .addOption(option.language())
    .action((id: string, { lang }: { readonly lang?: Language }) =>
      changeScenario(new RestoreScenario(id, TERMS), terminal, lang),
    );
}
