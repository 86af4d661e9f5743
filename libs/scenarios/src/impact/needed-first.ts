import type { Evidence } from '#governance';
import type { ChangeVersion } from '#structure';
import type { Day } from '#temporal';
import type { Compared } from './compared.js';
import { competentBodies, type CompetentBodies } from './competent-bodies.js';
import { earliestDates, type EarliestDates } from './earliest-dates.js';
import { openConditions, type OpenCondition } from './open-conditions.js';

/** What has to happen before the scenario can. */
export interface NeededFirst {
  readonly competence: CompetentBodies;
  /** Conditions that are open and were set in a matter about units that the scenario acts on. */
  readonly conditions: readonly OpenCondition[];
  readonly earliest: EarliestDates;
}

export function neededFirst(
  compared: Compared,
  {
    versions,
    cancelled,
  }: { readonly versions: readonly ChangeVersion[]; readonly cancelled: readonly ChangeVersion[] },
  evidence: Evidence,
  today: Day,
): NeededFirst {
  return {
    competence: competentBodies(compared, [...versions, ...cancelled], evidence, today),
    conditions: openConditions(compared, versions, evidence),
    earliest: earliestDates(compared, versions, today),
  };
}
