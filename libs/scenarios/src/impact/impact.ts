import type { Evidence } from '#governance';
import type { Register } from '#records';
import { civil, type ChangeVersion, type Reading, type Unit } from '#structure';
import type { CivilDate, Day } from '#temporal';
import { Compared } from './compared.js';
import { lazily } from './lazily.js';
import { leftBehind, type LeftBehind } from './left-behind.js';
import { neededFirst, type NeededFirst } from './needed-first.js';
import { resourcesImpact, type ResourcesImpact } from './resources.js';
import { shapeImpact, type ShapeImpact } from './shape.js';
import { unitsImpact, type UnitsImpact } from './units-impact.js';

export interface ImpactQuestion {
  /** The base as the scenario found it, and the scenario, on one date. */
  readonly before: Reading;
  readonly after: Reading;
  /** What stands beside the structure, read at `recordsAt`. */
  readonly register: Register;
  readonly evidence: Evidence;
  readonly recordsAt: number;
  /** The scenario's own changes, as known at `after`. */
  readonly versions: readonly ChangeVersion[];
  /** What of the base it cancels. */
  readonly cancelled?: readonly ChangeVersion[];
  /** Of a scenario of a subtree: its top. The shape is that of what stands under it. */
  readonly root?: Unit;
  readonly today: Day;
}

/** What a scenario comes to against its base, on one date. What is not known is said to be so, and never estimated. */
export interface Impact {
  /** The date that it is told for; null: an open end. */
  readonly at: CivilDate | null;
  readonly units: UnitsImpact;
  /** People and money. */
  readonly resources: ResourcesImpact;
  readonly shape: ShapeImpact;
  readonly leftBehind: LeftBehind;
  readonly neededFirst: NeededFirst;
}

/**
 * The impact of a scenario, each part of it worked out when it is asked for. It costs what the scenario changes; what is
 * read of the whole base or register is read once for each position and kept.
 */
export function impactOf(question: ImpactQuestion): Impact {
  const { before, after, versions, cancelled = [], register, evidence, recordsAt, root, today } = question;
  const compared = new Compared(before, after, versions);
  const impact: Impact = lazily<Impact>({
    at: () => civil(after.at),
    units: () => unitsImpact(compared),
    resources: () => resourcesImpact(compared, versions, register, recordsAt),
    shape: () => shapeImpact(compared, root?.id),
    leftBehind: () => {
      const { ended, moved, movedPolitically, movedElsewhere } = impact.units;
      const all = [...moved, ...movedPolitically, ...movedElsewhere];
      return leftBehind(compared, { ended, moved: all }, register, evidence, recordsAt);
    },
    neededFirst: () => neededFirst(compared, { versions, cancelled }, evidence, today),
  });
  return impact;
}
