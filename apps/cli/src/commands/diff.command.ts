import { Command, Option } from 'commander';
import { CompareOrganisation } from '#chronicle';
import type { Language } from '#temporal';
import { differenceLines, differenceText } from '../difference-text.js';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf, refuseBackwards } from '../question.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly knownFrom?: string;
  readonly knownTo?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika diff`: what differs between two dates, or between what was known at two times. */
export function diffCommand(output: Output): Command {
  return new Command('diff')
    .description('what differs between two dates')
    .addOption(option.organisation())
    .addOption(new Option('--from <date>', 'the earlier date').makeOptionMandatory())
    .addOption(new Option('--to <date>', 'the later date').makeOptionMandatory())
    .option('--known-from <time>', 'what the first date is known as; default: all that is known')
    .option('--known-to <time>', 'what the second date is known as; default: all that is known')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { organisation, keys } = options;
        const first = await readingOf(queries, organisation, options.from, options.knownFrom);
        const second = await readingOf(queries, organisation, options.to, options.knownTo);
        refuseBackwards(first.at, second.at, `${options.from} > ${options.to}`);
        if (options.knownFrom !== undefined) {
          const known = `${options.knownFrom} > ${options.knownTo ?? ''}`;
          refuseBackwards(first.ledgerPosition, second.ledgerPosition, known);
        }
        const difference = await queries.execute(new CompareOrganisation(first, second));
        await output.writeAll(
          options.format === 'text'
            ? differenceText(difference, options.lang ?? 'sv')
            : differenceLines(difference, first, second, keys),
        );
      }),
    );
}
