import { UnitPicker } from '../fields/unit-picker.js';
import type { Axes } from '../location/axes.js';

interface Props {
  readonly label: string;
  readonly axes: Axes;
  readonly unit: string | null;
  readonly help?: string;
  readonly wrong: readonly string[];
  choose(unit: string | null): void;
}

/** Chooses one unit, or none. */
export function OneUnit({ unit, choose, ...rest }: Props) {
  return (
    <UnitPicker {...rest} chosen={unit === null ? [] : [unit]} choose={(units) => choose(units[0] ?? null)} />
  );
}
