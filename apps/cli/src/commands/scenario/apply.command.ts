import { Command } from 'commander';
import { ReadScenario, ReadOrganisation, SimulateChanges, type ScenarioOutcome } from '#chronicle';
import { describeError, readSteps, stepErrors, type FileSteps, type ImportError } from '#interchange';
import type { Timeline } from '#structure';
import type { Language } from '#temporal';
import { EXIT } from '../../exit-code.js';
import { withKeys } from '../../key-scheme.js';
import { messageLanguage } from '../../language.js';
import * as option from '../../options.js';
import { openFile } from '../../open-file.js';
import { say } from '../../output.js';
import { TERMS, type Terminal } from '../../scenario/change-scenario.js';
import { withSession, type Session } from '../../session.js';

interface Given {
  readonly dryRun?: true;
  readonly keys?: string;
  readonly lang?: Language;
}

/** What came of a file. */
interface Applied {
  /** Steps and changes taken in now, and lines that had been taken in before. */
  readonly steps: number;
  readonly changes: number;
  readonly skipped: number;
  /** The scenario's. */
  readonly version: number;
}

/** `kronika scenario apply ID FILE`: simulates the changes of a file, each change set as a step, all or none. */
export function applyCommand(terminal: Terminal): Command {
  return new Command('apply')
    .description('simulate the changes of a file: each change set is a step; all or none')
    .argument('<id>', 'the scenario')
    .argument('<file>', 'newline-delimited JSON, plain or gzipped; - is standard input')
    .option('--dry-run', 'tell what would come of it and keep nothing')
    .addOption(option.keys())
    .addOption(option.language())
    .action(async (id: string, path: string, given: Given) => {
      const source = path === '-' ? process.stdin : await openFile(path);
      await withSession(async (session) => {
        const { applied, errors } = await apply(session, id, await readSteps(source), given);
        const language = messageLanguage(given.lang);
        for (const error of errors) say(describeError(error, language));
        await terminal.output.write(`${JSON.stringify(applied)}\n`);
        terminal.done(errors.length === 0 ? EXIT.ok : EXIT.refused);
      });
    });
}

async function apply(
  { commands, queries, ledger }: Session,
  id: string,
  file: FileSteps,
  { dryRun, keys }: Given,
): Promise<{ readonly applied: Applied; readonly errors: readonly ImportError[] }> {
  const view = await queries.execute(new ReadScenario(id));
  const { version } = view.scenario;
  const organisation = view.organisation.slug;
  const { keys: keyScheme } = await withKeys(ledger, { organisation, keys });
  const { timeline } = await queries.execute(new ReadOrganisation(organisation, { scenario: id }));
  const fresh = freshIn(file, timeline);
  const skipped = file.lines.length - fresh.changes;
  const nothing = (skipped: number) => ({ steps: 0, changes: 0, skipped, version });
  if (file.problems.length > 0) return { applied: nothing(0), errors: file.problems };
  if (file.lines.length === 0) return { applied: nothing(skipped), errors: [] };
  const terms = { ...TERMS, keyScheme, confirmed: 'all', validateOnly: dryRun } as const;
  const outcome: ScenarioOutcome = await commands.execute(new SimulateChanges(id, file.steps, terms));
  if (outcome.outcome === 'refused') {
    const errors = stepErrors(file, [...outcome.refusals, ...outcome.warnings]);
    return { applied: nothing(skipped), errors };
  }
  return { applied: { ...fresh, skipped, version: outcome.version }, errors: [] };
}

/** How many steps and changes of a file a timeline has not taken in. */
function freshIn({ steps }: FileSteps, timeline: Timeline): Pick<Applied, 'steps' | 'changes'> {
  const left = steps
    .map((drafts) => drafts.filter(({ digest }) => !timeline.importedLines.has(digest!)).length)
    .filter((count) => count > 0);
  return { steps: left.length, changes: left.reduce((sum, count) => sum + count, 0) };
}
