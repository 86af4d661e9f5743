import { Command } from 'commander';
import { ArchiveScenario } from '#chronicle';
import type { Language } from '#temporal';
import * as option from '../../options.js';
import { changeScenario, TERMS, type Terminal } from '../../scenario/change-scenario.js';

/** `kronika scenario archive ID`: puts it away. */
export function archiveCommand(terminal: Terminal): Command {
  return new Command('archive')
    .description('put it away: it can still be read')
    .argument('<id>', 'the scenario')
    .addOption(option.language())
    .action((id: string, { lang }: { readonly lang?: Language }) =>
      changeScenario(new ArchiveScenario(id, TERMS), terminal, lang),
    );
}
