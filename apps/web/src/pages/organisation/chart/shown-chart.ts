import type { Row } from '../../../tree/visible-rows.js';
import type { ChartedOrganisation, ChartUnit, PendingStanding } from '../../../units/chart-question.js';
import type { Forest } from '../../../units/unit-forest.js';

/** An organisation as a page shows it. */
export interface ShownChart {
  readonly organisation: ChartedOrganisation;
  readonly forest: Forest<ChartUnit>;
  readonly pending: ReadonlyMap<string, PendingStanding>;
  /** What is unfolded, from top to bottom. */
  readonly rows: readonly Row[];
}
