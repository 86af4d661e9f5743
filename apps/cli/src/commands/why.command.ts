import { Command, Option } from 'commander';
import type { Language } from '#temporal';
import { inquiryInto } from '../evidence/inquiry.js';
import { ASKED_FIELDS, unitAccount, type AskedField, type UnitAccount } from '../evidence/unit-account.js';
import { unitAccountText } from '../evidence/unit-account-text.js';
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
  readonly field?: AskedField;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika why`: from what a unit is, to the changes, decisions and documents behind it, and what is missing. */
export function whyCommand(output: Output): Command {
  return new Command('why')
    .description('the changes, decisions and documents behind what a unit is, and what is missing')
    .addOption(option.organisation())
    .addOption(option.unit())
    .addOption(option.at())
    .addOption(option.knownAt())
    .addOption(option.standing())
    .addOption(option.scenario())
    .addOption(new Option('--field <field>', 'only why this is so').choices(ASKED_FIELDS))
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const reading = await readingOf(queries, options.organisation, options);
        const unit = await unitOf(queries, reading, options.unit, options.keys);
        const account = await unitAccount(unit, inquiryInto(queries, reading, options.keys), options.field);
        await output.writeAll(
          options.format === 'text' ? unitAccountText(account, options.lang ?? 'sv') : accountLines(account),
        );
      }),
    );
}

/** A line each; `about` says of what. */
function* accountLines(account: UnitAccount): Generator<string, void> {
  const { reasons, spellings, pending, observations, inferredLineage } = account;
  const line = (about: string, content: object) => `${JSON.stringify({ about, ...content })}\n`;
  for (const reason of reasons) yield line('reason', reason);
  for (const spelling of spellings) yield line('spelling', spelling);
  for (const change of pending) yield line('pending', { change });
  for (const observation of observations) yield line('observation', { observation });
  for (const step of inferredLineage) yield line('inferredLineage', step);
}
