import type { QueryBus } from '@nestjs/cqrs';
import { Command, Option } from 'commander';
import { CompareOrganisation, LOCAL_ACTOR, ReadOrganisation, type OrganisationReading } from '#chronicle';
import type { Language } from '#temporal';
import { differenceLines, differenceText } from '../difference-text.js';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf, refuseBackwards, sayLeftOut } from '../question.js';
import { withSession } from '../session.js';
import { standingMeant, type StandingAsked } from '../standing.js';

interface Given {
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly knownFrom?: string;
  readonly knownTo?: string;
  readonly standing?: StandingAsked;
  readonly standingFrom?: StandingAsked;
  readonly standingTo?: StandingAsked;
  readonly scenario?: string;
  readonly scenarioFrom?: string;
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
    .option('--scenario <id>', 'the second date as this scenario plans it, the first as it found it')
    .option('--scenario-from <id>', 'the first date as this scenario plans it')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { organisation, keys } = options;
        const { standing, lang } = options;
        const first = await firstReading(queries, options);
        const second = await readingOf(queries, organisation, {
          at: options.to,
          knownAt: options.knownTo,
          standing: options.standingTo ?? standing,
          scenario: options.scenario,
          lang,
        });
        refuseBackwards(first.at, second.at, `${options.from} > ${options.to}`);
        if (options.knownFrom !== undefined && isOfLedger(options)) {
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

/** The organisation on the first date; beside a scenario, as that scenario found it unless something else is asked for. */
async function firstReading(
  queries: QueryBus,
  { organisation, from, knownFrom, standing, standingFrom, scenario, scenarioFrom, lang }: Given,
): Promise<OrganisationReading> {
  const axes = { at: from, standing: standingFrom ?? standing, lang };
  if (scenario === undefined || scenarioFrom !== undefined || knownFrom !== undefined) {
    return readingOf(queries, organisation, { ...axes, knownAt: knownFrom, scenario: scenarioFrom });
  }
  const planned = await queries.execute(
    new ReadOrganisation(organisation, {
      at: from,
      standing: standingMeant(axes.standing),
      scenario,
      actor: LOCAL_ACTOR,
    }),
  );
  const found = planned.scenario!.found();
  sayLeftOut(found, lang);
  return found;
}

/** Whether both sides are as recorded, so that one is known later than the other. */
function isOfLedger({ scenario, scenarioFrom }: Given): boolean {
  return scenario === undefined && scenarioFrom === undefined;
}
