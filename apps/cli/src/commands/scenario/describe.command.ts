import { Command } from 'commander';
import { ReviseScenario } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario describe ID TEXT`: says what it is about. */
export function describeCommand(terminal: Terminal): Command {
  return new Command('describe')
    .description('say what it is about')
    .argument('<id>', 'the scenario')
    .argument('<description>', 'what it is about; empty: nothing any more')
    .addOption(option.language())
    .action((id: string, description: string, { lang }: { readonly lang?: Language }) =>
      changeScenario(new ReviseScenario(id, { description }, TERMS), terminal, lang),
    );
}
