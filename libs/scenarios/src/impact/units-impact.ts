import { difference, LINE, type Difference, type Moved } from '#structure';
import type { Compared } from './compared.js';
import { broughtAlong, type BroughtAlong } from './brought-along.js';
import { lazily } from './lazily.js';
import { POLITICAL } from './side.js';

/** What becomes of units, each list by name. */
export interface UnitsImpact extends Omit<Difference, 'moved'> {
  /** In the line. */
  readonly moved: readonly Moved[];
  /** In the hierarchy `political`. */
  readonly movedPolitically: readonly Moved[];
  /** In any other hierarchy. */
  readonly movedElsewhere: readonly Moved[];
  /** Units that no change of the scenario acts on, and that something above them changes for. */
  readonly broughtAlong: readonly BroughtAlong[];
}

export function unitsImpact(compared: Compared): UnitsImpact {
  const { moved, ...rest } = difference(compared.before.reading, compared.after.reading);
  const units = {
    ...rest,
    moved: moved.filter(({ hierarchy }) => hierarchy === LINE),
    movedPolitically: moved.filter(({ hierarchy }) => hierarchy === POLITICAL),
    movedElsewhere: moved.filter(({ hierarchy }) => hierarchy !== LINE && hierarchy !== POLITICAL),
  };
  return Object.assign(
    lazily<Pick<UnitsImpact, 'broughtAlong'>>({ broughtAlong: () => broughtAlong(compared) }),
    units,
  );
}
