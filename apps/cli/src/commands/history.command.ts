import { Command } from 'commander';
import type { Language } from '#temporal';
import { inquiryInto } from '../evidence/inquiry.js';
import { unitHistory } from '../evidence/unit-history.js';
import { historyLines, historyText } from '../history-text.js';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf, unitOf } from '../question.js';
import { withSession } from '../session.js';
import type { StandingAsked } from '../standing.js';

interface Given {
  readonly organisation: string;
  readonly unit: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly standing?: StandingAsked;
  readonly scenario?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika history`: everything ever said about a unit, in both times. */
export function historyCommand(output: Output): Command {
  return new Command('history')
    .description('everything ever said about a unit, in both times')
    .addOption(option.organisation())
    .addOption(option.unit())
    .option('--at <date>', 'the date on which --unit is looked up, if codes have moved; default: today')
    .addOption(option.knownAt())
    .addOption(option.standing())
    .addOption(option.scenario())
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const reading = await readingOf(queries, options.organisation, options);
        const unit = await unitOf(queries, reading, options.unit, options.keys);
        const history = await unitHistory(unit, inquiryInto(queries, reading, options.keys));
        await output.writeAll(
          options.format === 'text' ? historyText(history, options.lang ?? 'sv') : historyLines(history),
        );
      }),
    );
}
