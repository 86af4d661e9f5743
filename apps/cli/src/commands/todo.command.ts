import { Command } from 'commander';
import { ReadTodo } from '#chronicle';
import type { Language } from '#temporal';
import { inquiryInto, recordAsked, unitAsked } from '../evidence/inquiry.js';
import { todoAccount } from '../evidence/todo-account.js';
import { todoText } from '../evidence/todo-text.js';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf } from '../question.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly unit?: string;
  readonly matter?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika todo`: the evidence that is missing. */
export function todoCommand(output: Output): Command {
  return new Command('todo')
    .description('the evidence that is missing: decisions, conditions, dates, reports, figures that disagree')
    .addOption(option.organisation())
    .addOption(option.at())
    .addOption(option.knownAt())
    .option('--matter <number>', 'of this matter')
    .option('-u, --unit <key>', 'of this unit')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { organisation, keys, matter, unit } = options;
        const reading = await readingOf(queries, organisation, options);
        const inquiry = inquiryInto(queries, reading, keys);
        const items = await queries.execute(
          new ReadTodo(reading, {
            matter: await recordAsked(inquiry, 'matter', matter),
            unit: await unitAsked(inquiry, unit),
          }),
        );
        const accounts = items.map((item) => todoAccount(item, inquiry));
        await output.writeAll(
          options.format === 'text'
            ? todoText(accounts, options.lang ?? 'sv')
            : accounts.map((account) => `${JSON.stringify(account)}\n`),
        );
      }),
    );
}
