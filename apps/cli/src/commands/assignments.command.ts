import { Command, Option } from 'commander';
import { ReadAssignments } from '#chronicle';
import { ASSESSMENTS, type Assessment } from '#governance';
import type { Language } from '#temporal';
import { assignmentAccount } from '../evidence/assignment-account.js';
import { assignmentLines } from '../evidence/assignment-account-text.js';
import { inquiryInto, recordAsked, unitAsked } from '../evidence/inquiry.js';
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
  readonly overdue?: true;
  readonly assessment?: Assessment;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'ndjson';
}

/** `kronika assignments`: who is to do what by when, and what has been reported. */
export function assignmentsCommand(output: Output): Command {
  return new Command('assignments')
    .description('who is to do what by when, and what has been reported')
    .addOption(option.organisation())
    .addOption(option.at())
    .addOption(option.knownAt())
    .option('-u, --unit <key>', 'those that this unit has, or stands to take over')
    .option('--matter <number>', 'those of this matter')
    .option('--overdue', 'only those that are overdue for certain')
    .addOption(new Option('--assessment <assessment>', 'only those last assessed so').choices(ASSESSMENTS))
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(['text', 'ndjson'], 'text'))
    .action((given: Given) =>
      withSession(async ({ ledger, queries }) => {
        const options = await withKeys(ledger, given);
        const { organisation, keys, format, lang = 'sv' } = options;
        const reading = await readingOf(queries, organisation, options);
        const inquiry = inquiryInto(queries, reading, keys);
        const { unit, matter, overdue, assessment } = options;
        const assignments = await queries.execute(
          new ReadAssignments(reading, {
            unit: await unitAsked(inquiry, unit),
            matter: await recordAsked(inquiry, 'matter', matter),
            overdue,
            assessment,
          }),
        );
        for (const [i, assignment] of assignments.entries()) {
          if (output.isClosed) return;
          const account = assignmentAccount(assignment, inquiry);
          const text = assignmentLines(account, lang).join('\n');
          await output.write(
            format === 'text' ? `${i === 0 ? '' : '\n'}${text}\n` : `${JSON.stringify(account)}\n`,
          );
        }
      }),
    );
}
