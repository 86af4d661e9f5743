import { Command, Option } from 'commander';
import { ProposeScenario } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario propose ID --matter NUMBER`: attaches it to a matter as an alternative. */
export function proposeCommand(terminal: Terminal): Command {
  return new Command('propose')
    .description('attach it, as it now is, to a matter as one of its alternatives')
    .argument('<id>', 'the scenario')
    .addOption(new Option('--matter <number>', 'the matter: its number, name or id').makeOptionMandatory())
    .addOption(option.language())
    .action((id: string, { matter, lang }: { readonly matter: string; readonly lang?: Language }) =>
      changeScenario(new ProposeScenario(id, matter, TERMS), terminal, lang),
    );
}
