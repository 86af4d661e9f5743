import type { Standing } from '#chronicle';

/** How much of what is pending an answer includes, as it is asked for. */
export const STANDINGS_ASKED = ['in-force', 'conditional', 'proposed'] as const;
export type StandingAsked = (typeof STANDINGS_ASKED)[number];

const MEANT: Readonly<Record<StandingAsked, Standing>> = {
  'in-force': 'IN_FORCE',
  conditional: 'CONDITIONAL',
  proposed: 'PROPOSED',
};

/** What is in force, unless something else is asked for. */
export function standingMeant(asked: StandingAsked | undefined): Standing {
  return MEANT[asked ?? 'in-force'];
}
