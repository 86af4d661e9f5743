import { DecidedChanges, type Evidence } from '#governance';
import { LastAnswer } from './last-answer.js';
import type { OrganisationReading } from './organisation-reading.js';

const kept = new LastAnswer<Evidence, DecidedChanges>();

/** Which changes the decisions and matters are about: made once for all that is asked of one position. */
export function decidedChanges({ base, evidence }: OrganisationReading): DecidedChanges {
  return kept.of(evidence, 'all', () => new DecidedChanges(base, evidence));
}
