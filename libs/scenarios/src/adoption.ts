import type { ChangeId, Draft } from '#structure';
import { impreciseDate } from '#temporal';
import { draftOf, type ScenarioCommand } from './command.js';
import type { ScenarioId } from './scenario.js';
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

export type AdoptionDrafts =
  | { readonly ok: true; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly problem: ShiftProblem; readonly index: number };

/**
 * The one change set that records what the steps of a scenario come to: every change as it is at last, where it first
 * stood, and what was cancelled again not at all. Amendments of what the organisation itself has recorded stay
 * amendments.
 */
export function adoptionDrafts(steps: readonly Step[], terms: AdoptionTerms): AdoptionDrafts {
  const drafts: Draft[] = [];
  for (const [index, command] of settled(steps.flatMap(({ commands }) => commands)).entries()) {
    const shifted = shiftedBy(command, terms.shift);
    if (!shifted.ok) return { ok: false, problem: shifted.problem, index };
    const { digest: _, ...draft } = draftOf(shifted.command);
    const basis = draft.basis ?? terms.basis;
    drafts.push({ ...draft, scenario: terms.scenario, ...(basis === undefined ? {} : { basis }) } as Draft);
  }
  return { ok: true, drafts };
}

/** Commands with the amendments of the scenario's own changes carried out in them. */
export function settled(commands: readonly ScenarioCommand[]): ScenarioCommand[] {
  const own = new Map<ChangeId, ScenarioCommand>();
  const amendments = new Set<ScenarioCommand>();
  for (const command of commands) {
    const first = own.get(command.change);
    if (first === undefined) {
      if (command.does === 'change') own.set(command.change, command);
      continue;
    }
    amendments.add(command);
    if (command.does === 'cancel') own.delete(command.change);
    else own.set(command.change, amended(first, command));
  }
  return commands.flatMap((command) => {
    if (amendments.has(command)) return [];
    if (command.does !== 'change') return [command];
    return own.get(command.change) ?? [];
  });
}

function amended(first: ScenarioCommand, by: ScenarioCommand): ScenarioCommand {
  if (by.does === 'reschedule') return { ...first, on: by.on } as ScenarioCommand;
  if (by.does !== 'correct') throw new Error(`A change is not amended by ${by.does}`);
  const { kind, on, payload, basis, source } = by;
  return {
    ...first,
    kind,
    on,
    payload,
    ...(basis === undefined ? {} : { basis }),
    ...(source === undefined ? {} : { source }),
  } as ScenarioCommand;
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
