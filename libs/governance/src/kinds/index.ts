import { recordKinds } from '#records';
import { appeal } from './appeal.kind.js';
import { assignment, handOver, report } from './assignment.kind.js';
import { competence } from './competence.kind.js';
import { condition, conditionFailed, conditionMet } from './condition.kind.js';
import { decision } from './decision.kind.js';
import { document } from './document.kind.js';
import { matter } from './matter.kind.js';
import { observation, observationConfirmed, observationRejected } from './observation.kind.js';
import { spelling } from './spelling.kind.js';

/** Every kind of record about decisions and evidence, by its name. */
export const GOVERNANCE_KINDS = recordKinds(
  matter,
  document,
  decision,
  condition,
  conditionMet,
  conditionFailed,
  appeal,
  competence,
  spelling,
  observation,
  observationConfirmed,
  observationRejected,
  assignment,
  report,
  handOver,
);

/** The kinds of record that the standing of a change follows from. */
export const STANDING_KINDS: ReadonlySet<string> = new Set(
  [decision, condition, conditionMet, conditionFailed, appeal, competence].map(({ kind }) => kind),
);

export * from './appeal.kind.js';
export * from './assignment.kind.js';
export * from './competence.kind.js';
export * from './condition.kind.js';
export * from './decision.kind.js';
export * from './document.kind.js';
export { nameOfParty, unitOfParty, type Party } from './fields.js';
export * from './matter.kind.js';
export * from './observation.kind.js';
export * from './spelling.kind.js';
