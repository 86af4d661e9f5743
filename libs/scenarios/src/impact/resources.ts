import type { Size } from '#measures';
import type { RecordId, Register } from '#records';
import { isKnownAt, sortNamed, type ChangeVersion, type Unit, type UnitReference } from '#structure';
import { sumOf, type Amount } from './amount.js';
import type { Compared } from './compared.js';
import { departuresOf } from './departures.js';
import { Destinations } from './destination.js';
import { figuresByUnit } from './figures-by-unit.js';
import { lazily } from './lazily.js';
import { movementsOf, type Movements } from './movements.js';
import { SizedUnits } from './sized-units.js';

/** What a scenario moves of the people in full-time equivalents, the people in heads, or the budget. */
export interface SizeImpact extends Movements {
  readonly size: Size;
  /** What it is measured by; null: no indicator says that it measures this, and nothing is known. */
  readonly indicator: { readonly id: RecordId; readonly name: string; readonly unitOfMeasure: string } | null;
  /** Of the topmost units that move in the line or end, also within an administration. */
  readonly moving: Amount;
}

export interface ResourcesImpact {
  readonly sizes: Readonly<Record<Size, SizeImpact>>;
  /**
   * Units that begin without a predecessor: what they are to have of people and money besides what moves to them is
   * not recorded, and counted nowhere.
   */
  readonly begunFromNothing: readonly UnitReference[];
}

/** People and money that change their administration, by the figures recorded for the base. */
export function resourcesImpact(
  compared: Compared,
  versions: readonly ChangeVersion[],
  register: Register,
  recordsAt: number,
): ResourcesImpact {
  const figures = figuresByUnit(register, recordsAt);
  const staff = departuresOf(compared, new Destinations(compared, 'staff'));
  const budget = versions.some(({ kind }) => kind === 'moveResponsibility')
    ? departuresOf(compared, new Destinations(compared, 'budget'))
    : staff;
  const tops = topmostDisplaced(compared);
  const impactOn = (size: Size): SizeImpact => {
    const measured = figures.sizes[size];
    const sized = new SizedUnits(compared.before, measured, size);
    return {
      size,
      indicator: measured && {
        id: measured.indicator.id,
        name: measured.indicator.payload.name,
        unitOfMeasure: measured.indicator.payload.unitOfMeasure,
      },
      moving: sumOf(
        size,
        tops.map((unit) => sized.of(unit)),
      ),
      ...movementsOf(compared, size, size === 'budget' ? budget : staff, sized),
    };
  };
  return lazily<ResourcesImpact>({
    sizes: () =>
      lazily<Record<Size, SizeImpact>>({
        fte: () => impactOn('fte'),
        headCount: () => impactOn('headCount'),
        budget: () => impactOn('budget'),
      }),
    begunFromNothing: () => begunFromNothing(compared),
  });
}

function begunFromNothing({ after, changed }: Compared): UnitReference[] {
  const { at, position } = after.reading;
  const fresh = [...changed.values()].filter(({ was, is }) => is && !was);
  const alone = fresh.filter(
    ({ after: unit }) => !unit!.predecessors.some((edge) => edge.day <= at && isKnownAt(edge, position)),
  );
  return sortNamed(alone.map(({ after: unit }) => after.reference(unit!)));
}

/** Units of the base that end or move in the line, and stand under none that does. */
function topmostDisplaced({ before, changed }: Compared): Unit[] {
  const displaced = new Set<Unit>();
  for (const unit of changed.values()) if (unit.was && (!unit.is || unit.moved)) displaced.add(unit.before!);
  const isUnderAnother = (unit: Unit) => {
    for (const up of before.above(unit)) if (displaced.has(up)) return true;
    return false;
  };
  return [...displaced].filter((unit) => !isUnderAnother(unit));
}
