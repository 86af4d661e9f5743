import { Command } from 'commander';
import { ReadContradictions } from '#chronicle';
import type { Language } from '#temporal';
import { inquiryInto, recordAsked, unitAsked } from '../evidence/inquiry.js';
import { withKeys } from '../key-scheme.js';
import { contradictionAccount } from '../measures/contradiction-account.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { readingOf } from '../question.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly unit?: string;
  readonly indicator?: string;
  readonly beyondRounding?: true;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

const NOTHING = {
  sv: 'Inga tryckta uppgifter motsäger varandra.',
  en: 'No printed figures contradict each other.',
} as const;

/** `kronika contradictions`: printed sums, differences, signs and statements that do not agree. */
export function contradictionsCommand(output: Output): Command {
  return new Command('contradictions')
    .description('printed sums, differences, signs and statements that do not agree with each other')
    .addOption(option.organisation())
    .option('-u, --unit <key>', 'that a figure of this unit has part in')
    .option('--indicator <name>', 'of this indicator: its name or id')
    .option('--beyond-rounding', 'only what rounding does not explain')
    .option('--at <date>', 'the date on which --unit is looked up, if codes have moved; default: today')
    .addOption(option.knownAt())
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { organisation, keys, unit, indicator, beyondRounding, lang = 'sv' } = options;
        const reading = await readingOf(queries, organisation, options);
        const inquiry = inquiryInto(queries, reading, keys);
        const found = await queries.execute(
          new ReadContradictions(reading, {
            unit: await unitAsked(inquiry, unit),
            indicator: await recordAsked(inquiry, 'indicator', indicator),
            beyondRounding,
          }),
        );
        const accounts = found.map((one) => contradictionAccount(one, inquiry));
        if (options.format === 'ndjson') {
          await output.writeAll(accounts.map((account) => `${JSON.stringify(account)}\n`));
        } else if (accounts.length === 0) {
          await output.write(`${NOTHING[lang]}\n`);
        } else {
          await output.writeAll(accounts.map(({ sentence }) => `${sentence[lang]}\n`));
        }
      }),
    );
}
