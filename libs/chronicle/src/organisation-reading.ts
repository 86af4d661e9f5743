import type { Organisation } from '#ledger';
import type { Evidence } from '#governance';
import type { Register } from '#records';
import type { Scenario, Simulation } from '#scenarios';
import type { NotEnacted, Reading, Timeline } from '#structure';
import type { CivilDate, Day, Instant, Position } from '#temporal';

/**
 * Which changes a chart counts as in force. What is recorded without a decision is asserted, and counts at every
 * standing.
 */
export const STANDINGS = ['IN_FORCE', 'CONDITIONAL', 'PROPOSED'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The scenario of a reading. */
export interface ScenarioRead {
  readonly state: Scenario;
  readonly simulation: Simulation;
  /** The organisation as the scenario found it, on the same date. */
  readonly found: () => OrganisationReading;
}

/** An organisation on a date, as known at a point of its ledger: what every question is asked of. */
export interface OrganisationReading extends Reading {
  readonly organisation: Organisation;
  readonly date: CivilDate;
  /** Of `timeline`, which has what is pending in it if the standing asks for that. */
  readonly position: Position;
  /** How much of the ledger the answer rests on. */
  readonly ledgerPosition: Position;
  readonly standing: Standing;
  /** Pending changes that the standing asks for and that do not fit. */
  readonly leftOut: readonly NotEnacted[];
  /** The timeline of what is in force; `timeline` itself unless something pending is included. */
  readonly base: Timeline;
  /** What is recorded beside the structure; read it at `ledgerPosition`. */
  readonly register: Register;
  /** What is evidenced of decisions at `ledgerPosition`. */
  readonly evidence: Evidence;
  /** When the event at `ledgerPosition` was recorded. */
  readonly recordedAt: Instant;
  /** The scenario that is read; undefined: what is recorded. */
  readonly scenario: ScenarioRead | undefined;
  /** Whether both times were given: then the answer is the same for ever. */
  readonly fixed: boolean;
  /** Of what: the position of the ledger, or the version of the scenario. */
  readonly revision: number;
  /** The same question on another date, or at another revision. */
  readonly moved: (to: { readonly at?: Day; readonly revision?: number }) => OrganisationReading;
}
