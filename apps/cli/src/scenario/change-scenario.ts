import type { Command as BusCommand } from '@nestjs/cqrs';
import { LOCAL_ACTOR, type AnyRefusal, type ScenarioOutcome, type ScenarioTerms } from '#chronicle';
import { describeError } from '#interchange';
import type { Language } from '#temporal';
import { EXIT, type ExitCode } from '../exit-code.js';
import { messageLanguage } from '../language.js';
import { say, type Output } from '../output.js';
import { withSession } from '../session.js';

/** Where a command's answer and exit code go. */
export interface Terminal {
  readonly output: Output;
  readonly done: (code: ExitCode) => void;
}

/** On whose behalf the command line works on scenarios. */
export const TERMS: ScenarioTerms = { actor: LOCAL_ACTOR };

/** Says why something is refused, a line each, and ends with the exit code for it. */
export function sayRefused(
  refusals: readonly AnyRefusal[],
  { done }: Terminal,
  lang: Language | undefined,
): void {
  const language = messageLanguage(lang);
  for (const { index: _, ...refusal } of refusals) say(describeError({ ...refusal, line: null }, language));
  done(EXIT.refused);
}

/** Does something to a scenario and answers with the version that it is at then, `{"version":3}`. */
export function changeScenario(
  command: BusCommand<ScenarioOutcome>,
  terminal: Terminal,
  lang: Language | undefined,
): Promise<void> {
  return withSession(async ({ commands }) => {
    const outcome = await commands.execute(command);
    if (outcome.outcome === 'refused') sayRefused(outcome.refusals, terminal, lang);
    else await terminal.output.write(`${JSON.stringify({ version: outcome.version })}\n`);
  });
}
