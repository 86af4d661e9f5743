import type { ChangeId, ContentEventData, Draft } from '#structure';
import { civilDate, dayOf, impreciseDate, type Day } from '#temporal';
import { draftOf, type ScenarioCommand } from './command.js';
import type { ScenarioId } from './scenario.js';
import { settledCommands } from './settled-commands.js';
import { shiftDate, type Shift, type ShiftProblem } from './shift-date.js';
import type { Step } from './step.js';

/** On what terms a scenario becomes real. */
export interface AdoptionTerms {
  readonly scenario: ScenarioId;
  /** Moves every date. */
  readonly shift?: Shift | undefined;
  /** What every change that says nothing itself rests on. */
  readonly basis?: Record<string, unknown> | undefined;
}

/** What the key of the ledger's command that records a scenario begins with. */
export const ADOPTION_KEY = 'adopt-scenario:';

/** The key of the command by which a scenario becomes real: it can be done once. */
export function adoptionKey(scenario: ScenarioId): string {
  return `${ADOPTION_KEY}${scenario}`;
}

export type AdoptionDrafts =
  | { readonly ok: true; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly problem: ShiftProblem; readonly index: number };

/**
 * The one change set that records what the steps of a scenario come to (see `settledCommands`), as they came to it:
 * effects and days are those that the scenario showed, not found anew. With other dates or on decisions they are found
 * anew, since then it is not what was shown.
 */
export function adoptionDrafts(steps: readonly Step[], terms: AdoptionTerms): AdoptionDrafts {
  const drafts: Draft[] = [];
  const commands = settledCommands(steps);
  const { scenario, shift } = terms;
  for (const [index, command] of commands.entries()) {
    const shifted = shiftedBy(command, shift);
    if (!shifted.ok) return { ok: false, problem: shifted.problem, index };
    const { digest: _, ...draft } = draftOf(shifted.command);
    const basis = draft.basis ?? terms.basis;
    drafts.push({ ...draft, scenario, ...(basis === undefined ? {} : { basis }) } as Draft);
  }
  const isAsShown = shift === undefined && drafts.every(({ basis }) => basis === undefined);
  return { ok: true, drafts: isAsShown ? asShown(drafts, commands, steps, scenario) : drafts };
}

/** With what the steps' events say of each change at last, and the days that they leave to what else is imprecise. */
function asShown(
  drafts: readonly Draft[],
  commands: readonly ScenarioCommand[],
  steps: readonly Step[],
  scenario: ScenarioId,
): Draft[] {
  const last = new Map<ChangeId, ContentEventData>();
  for (const { data } of steps.flatMap(({ events }) => events)) {
    if ('effects' in data && data.pending !== true) last.set(data.change, data);
  }
  const commanded = new Set(steps.flatMap((step) => step.commands.map(({ change }) => change)));
  const narrowings = [...last.values()]
    .filter(({ change }) => !commanded.has(change))
    .map((data): Draft => ({ draft: 'narrow', change: data.change, to: dayOfEffect(data), scenario }));
  const resolved = drafts.map((draft, i): Draft => {
    const data = last.get(commands[i]!.change);
    if (data === undefined || !('content' in draft || draft.draft === 'reschedule')) return draft;
    return { ...draft, resolved: { effects: data.effects, from: dayOfEffect(data) } };
  });
  return [...resolved, ...narrowings];
}

function dayOfEffect({ on, appliesFrom }: ContentEventData): Day {
  return appliesFrom === undefined ? impreciseDate(on).latest : dayOf(civilDate(appliesFrom));
}

function shiftedBy(
  command: ScenarioCommand,
  shift: Shift | undefined,
):
  | { readonly ok: true; readonly command: ScenarioCommand }
  | { readonly ok: false; readonly problem: ShiftProblem } {
  if (shift === undefined || !('on' in command)) return { ok: true, command };
  const shifted = shiftDate(impreciseDate(command.on), shift);
  return shifted.ok
    ? { ok: true, command: { ...command, on: shifted.on.written } }
    : { ok: false, problem: shifted.problem };
}
