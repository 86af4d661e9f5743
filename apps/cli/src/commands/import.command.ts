import { Command } from 'commander';
import { describeError, dryRunFile, importFile, type ImportProgress } from '#interchange';
import { IMPORT_KEYS } from '#structure';
import type { Language } from '#temporal';
import { EXIT, type ExitCode } from '../exit-code.js';
import { messageLanguage } from '../language.js';
import { openFile } from '../open-file.js';
import * as option from '../options.js';
import { say, type Output } from '../output.js';
import { clearProgress, progressLine } from '../progress.js';
import { withSession } from '../session.js';

interface Options {
  readonly organisation: string;
  readonly name?: string;
  readonly keys?: string;
  readonly backdate?: true;
  readonly dryRun?: true;
  readonly lang?: Language;
}

/** Who an import is recorded as. */
const ACTOR = 'kronika-import';

/** `kronika import FILE`: records the changes of a file, or tells everything that is wrong with it. */
export function importCommand(output: Output, done: (code: ExitCode) => void): Command {
  return new Command('import')
    .description('record the changes of a file; run again, it goes on where it stopped')
    .argument('<file>', 'newline-delimited JSON, plain or gzipped; - is standard input')
    .addOption(option.organisation())
    .option('--name <name>', 'name of a new organisation; default: its slug')
    .addOption(option.keys())
    .option('--backdate', 'take knownFrom as the time when it became known')
    .option('--dry-run', 'tell everything that is wrong and record nothing')
    .addOption(option.language())
    .action(async (file: string, options: Options) => {
      const language = messageLanguage(options.lang);
      const source = file === '-' ? process.stdin : await openFile(file);
      const result = await withSession((session) => {
        const { organisation, name, keys: keyScheme = IMPORT_KEYS, backdate, dryRun } = options;
        const terms = { organisation, name, keyScheme, backdate, actor: ACTOR, onProgress: shown() };
        return dryRun === true ? dryRunFile(session, source, terms) : importFile(session, source, terms);
      });
      clearProgress();
      for (const error of result.errors) say(describeError(error, language));
      const { recorded, skipped, position } = result;
      await output.write(`${JSON.stringify({ recorded, skipped, position })}\n`);
      done(result.errors.length === 0 ? EXIT.ok : EXIT.refused);
    });
}

/** Shows how far it has come on a terminal. */
function shown(): (progress: ImportProgress) => void {
  const show = progressLine();
  const started = Date.now();
  return ({ recorded, skipped }) => {
    const rate = Math.round((recorded * 1000) / Math.max(Date.now() - started, 1));
    show(`${recorded} recorded, ${skipped} skipped, ${rate}/s`);
  };
}
