import { Command } from 'commander';
import { LOCAL_ACTOR, PreviewRebase, ReadScenario, ResolveConflict } from '#chronicle';
import type { Resolution } from '#scenarios';
import type { Language } from '#temporal';
import { withKeys } from '../../key-scheme.js';
import * as option from '../../options.js';
import { sayRefused, TERMS, type Terminal } from '../../scenario/change-scenario.js';
import { possibleResolutions } from '../../scenario/rebase-account.js';
import { noSuchResolution, readHow, type How } from '../../scenario/resolution-asked.js';
import { unitMeantIn } from '../../scenario/unit-meant-in.js';
import { withSession, type Session } from '../../session.js';

interface Given {
  readonly to?: number;
  readonly keys?: string;
  readonly lang?: Language;
}

/** `kronika scenario resolve ID STEP HOW`: settles what a rebase found in the way of a step. */
export function resolveCommand(terminal: Terminal): Command {
  return new Command('resolve')
    .description('settle what a rebase found in the way of a step')
    .usage('[options] <id> <step> drop | retarget UNIT TO | redate DATE | recode SCHEME CODE [TO] | N | none')
    .argument('<id>', 'the scenario')
    .argument('<step>', 'its place, or its id')
    .argument('<how...>', 'N: the resolution that rebase listed with this number; none: take it back')
    .option('--to <position>', 'with N: the position that rebase was asked for', option.wholeNumber)
    .addOption(option.keys())
    .addOption(option.language())
    .action((id: string, place: string, words: readonly string[], given: Given, command: Command) => {
      const how = readHow(words);
      if (how === undefined) command.error(`error: '${words.join(' ')}' settles nothing`, { exitCode: 2 });
      return withSession(async (session) => {
        const { steps } = await session.queries.execute(new ReadScenario(id, LOCAL_ACTOR));
        const step = steps.find((one) => one.id === place || String(one.place) === place)?.id ?? place;
        const resolution = await resolutionMeant(session, id, step, how, given);
        const outcome = await session.commands.execute(new ResolveConflict(id, step, resolution, TERMS));
        if (outcome.outcome === 'refused') sayRefused(outcome.refusals, terminal, given.lang);
        else await terminal.output.write(`${JSON.stringify({ version: outcome.version })}\n`);
      });
    });
}

/** @throws Refused UNKNOWN_UNIT, AMBIGUOUS_UNIT, INVALID_RESOLUTION */
async function resolutionMeant(
  { queries, ledger }: Session,
  id: string,
  step: string,
  how: How,
  given: Given,
): Promise<Resolution | null> {
  if (how.how === 'none') return null;
  if (how.how === 'numbered') {
    const { steps } = await queries.execute(new PreviewRebase(id, given.to, LOCAL_ACTOR));
    const rebased = steps.find((one) => one.step.id === step);
    const resolution = rebased && possibleResolutions(rebased)[how.number - 1];
    // A step that is not there is refused by its own name.
    if (rebased === undefined) return null;
    if (resolution === undefined) throw noSuchResolution(how.number);
    return resolution;
  }
  if (how.how !== 'retarget') return how;
  const { organisation } = await queries.execute(new ReadScenario(id, LOCAL_ACTOR));
  const { keys } = await withKeys(ledger, { organisation: organisation.slug, keys: given.keys });
  // The step names a unit as the scenario knows it; one that takes its place is there now.
  const [planned, recorded] = [{ scenario: id }, {}];
  const { slug } = organisation;
  return {
    how: 'retarget',
    unit: await unitMeantIn(queries, slug, [planned, recorded], how.unit, keys),
    to: await unitMeantIn(queries, slug, [recorded, planned], how.to, keys),
  };
}
