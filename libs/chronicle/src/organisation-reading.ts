import type { Organisation } from '#ledger';
import type { Reading } from '#structure';
import type { CivilDate, Instant, Position } from '#temporal';

/** Which changes a chart counts as in force. What is recorded without a decision is asserted, and counts at every standing. */
export const STANDINGS = ['IN_FORCE', 'CONDITIONAL', 'PROPOSED'] as const;
export type Standing = (typeof STANDINGS)[number];

/** An organisation on a date, as known at a point of its ledger: what every question is asked of. */
export interface OrganisationReading extends Reading {
  readonly organisation: Organisation;
  readonly date: CivilDate;
  readonly position: Position;
  readonly standing: Standing;
  /** When the event at the position was recorded. */
  readonly recordedAt: Instant;
  /** Whether both times were given: then the answer is the same for ever. */
  readonly fixed: boolean;
}
