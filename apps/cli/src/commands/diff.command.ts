import { Command, Option } from 'commander';
import { CompareOrganisation } from '#chronicle';
import type { Language } from '#temporal';
import { differenceLines, differenceText } from '../difference-text.js';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf, refuseBackwards } from '../question.js';
import { withSession } from '../session.js';
import type { StandingAsked } from '../standing.js';

interface Given {
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly knownFrom?: string;
  readonly knownTo?: string;
  readonly standing?: StandingAsked;
  readonly standingFrom?: StandingAsked;
  readonly standingTo?: StandingAsked;
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
    .addOption(option.standing())
    .addOption(
      option.standing('--standing-from', 'which changes count at the first date; default: --standing'),
    )
    .addOption(
      option.standing('--standing-to', 'which changes count at the second date; default: --standing'),
    )
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { organisation, keys } = options;
        const { standing, lang } = options;
        const first = await readingOf(queries, organisation, {
          at: options.from,
          knownAt: options.knownFrom,
          standing: options.standingFrom ?? standing,
          lang,
        });
        const second = await readingOf(queries, organisation, {
          at: options.to,
          knownAt: options.knownTo,
          standing: options.standingTo ?? standing,
          lang,
        });
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
