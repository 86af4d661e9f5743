import type { StandingChoice, ViewState } from './view-state.js';

const STANDING = { 'in-force': 'IN_FORCE', conditional: 'CONDITIONAL', proposed: 'PROPOSED' } as const;

/** What every question about an organisation depends on; part of the key of every answer that is kept. */
export interface Axes {
  readonly slug: string;
  readonly at: string | null;
  readonly knownAt: string | null;
  readonly standing: (typeof STANDING)[StandingChoice];
  readonly scenario: string | null;
}

export function axesOf(slug: string, state: ViewState): Axes {
  return {
    slug,
    at: state.at,
    knownAt: state.known,
    standing: STANDING[state.standing],
    scenario: state.scenario,
  };
}

/** The axes of the side before, of a comparison, on its day. */
export function sideBefore(slug: string, state: ViewState, at: string): Axes {
  return axesOf(slug, {
    ...state,
    at,
    known: state.compareKnown ?? state.known,
    standing: state.compareStanding ?? state.standing,
    scenario: state.compareScenario,
  });
}

/** Whether the answer can never change, whatever is recorded: both times are given, and nobody edits it. */
export function isSettled({ at, knownAt, scenario }: Axes): boolean {
  return at !== null && knownAt !== null && scenario === null;
}
