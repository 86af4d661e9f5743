import { Command } from 'commander';
import { recordMeant } from '#chronicle';
import type { Language } from '#temporal';
import { inquiryInto } from '../evidence/inquiry.js';
import { matterAccount } from '../evidence/matter-account.js';
import { matterText } from '../evidence/matter-text.js';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf } from '../question.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'json';
}

/** `kronika matter NUMBER`: what bodies did in a matter, step by step, and what is still open. */
export function matterCommand(output: Output): Command {
  return new Command('matter')
    .description('what bodies did in a matter, step by step, and what is still open')
    .argument('<number>', 'its registry number, the name its line gave it, or its id')
    .addOption(option.organisation())
    .addOption(option.at())
    .addOption(option.knownAt())
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'json'], 'text'))
    .action((number: string, given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const reading = await readingOf(queries, options.organisation, options);
        const inquiry = inquiryInto(queries, reading, options.keys);
        const account = await matterAccount(await recordMeant(inquiry, 'matter', number), inquiry);
        await output.writeAll(
          options.format === 'text'
            ? matterText(account, options.lang ?? 'sv')
            : [`${JSON.stringify(account, null, 2)}\n`],
        );
      }),
    );
}
