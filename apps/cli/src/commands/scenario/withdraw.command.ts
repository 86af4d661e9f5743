import { Command, Option } from 'commander';
import { WithdrawProposal } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario withdraw ID --matter NUMBER`: takes it back from a matter. */
export function withdrawCommand(terminal: Terminal): Command {
  return new Command('withdraw')
    .description('it is no alternative of the matter any more')
    .argument('<id>', 'the scenario')
    .addOption(new Option('--matter <number>', 'the matter: its number, name or id').makeOptionMandatory())
    .addOption(option.language())
    .action((id: string, { matter, lang }: { readonly matter: string; readonly lang?: Language }) =>
      changeScenario(new WithdrawProposal(id, matter, TERMS), terminal, lang),
    );
}
